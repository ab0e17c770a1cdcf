import BoardTree
import Foundation
import SpecImport
import Testing

/// Device trees that are cut off or changed are refused with the place of what is wrong.
@Suite(.enabled(if: TreeSource.compiler != nil, Comment(rawValue: TreeSource.absence)))
struct TreeFaultTests {
  static let text = """
    / {
      #address-cells = <1>;
      #size-cells = <1>;
      serial@1000 { compatible = "a,b"; reg = <0x1000 0x100>; };
    };
    """

  private func complaint(about bytes: [UInt8]) -> TreeFault? {
    do {
      _ = try BoardTree(blob: bytes)
      return nil
    } catch {
      return TreeFault(of: bytes, complaint: error.message)
    }
  }

  @Test func everyCutIsToldWithItsPlace() throws {
    let blob = try TreeSource.blob(Self.text)
    #expect(complaint(about: blob) == nil)
    for count in 0..<blob.count {
      let fault = try #require(
        complaint(about: Array(blob.prefix(count))), "\(count) of \(blob.count) bytes pass")
      #expect(fault.place == count)
      #expect(
        fault.text(path: "x.dtb").hasPrefix("x.dtb: byte \(count) (0x\(String(count, radix: 16))): error: "))
    }
  }

  @Test func aBrokenTokenIsToldWhereItStands() throws {
    var blob = try TreeSource.blob(Self.text)
    // The first token of the structure block, whose offset is word 2 of the header.
    let start = Int(blob[8]) << 24 | Int(blob[9]) << 16 | Int(blob[10]) << 8 | Int(blob[11])
    blob[start + 8 + 3] = 7
    let fault = try #require(complaint(about: blob))
    #expect(fault.place == start + 8)
    #expect(fault.message.contains("token"))
  }

  @Test func otherFilesAreNoTrees() throws {
    let fault = try #require(complaint(about: Array(repeating: 0x41, count: 100)))
    #expect(fault.place == 0)
    #expect(fault.message.contains("0x41414141"))
  }

  @Test func aNodeThatCannotBeIsToldAndTheRestListed() throws {
    let tree = try BoardTree(
      blob: try TreeSource.blob(
        """
        / {
          #address-cells = <1>;
          #size-cells = <1>;
          broken { reg = <1 2 3>; };
          dangling { interrupts-extended = <77 1>; };
          serial@1000 { reg = <0x1000 0x100>; };
        };
        """))
    var faults: [TreeFault] = []
    let listing = TreeListing(tree, faults: &faults)
    #expect(faults.map { $0.message.prefix(20) } == ["node `/broken`: `reg", "node `/dangling`: no"])
    #expect(faults.allSatisfy { $0.place > 40 })
    #expect(listing.nodes.map(\.path) == ["/", "/broken", "/dangling", "/serial@1000"])
    #expect(listing.nodes.last?.regions.map { $0.region?.address } == [0x1000])
  }

  @Test func whatTheProcessorCannotAddressIsNull() throws {
    let tree = try BoardTree(
      blob: try TreeSource.blob(
        """
        / {
          #address-cells = <1>;
          #size-cells = <1>;
          bus { #address-cells = <1>; #size-cells = <1>; ranges = <0 0x8000 0x1000>;
            in@10 { reg = <0x10 4>; };
            out@2000 { reg = <0x2000 4>; };
          };
        };
        """))
    var faults: [TreeFault] = []
    let json = TreeListing(tree, faults: &faults).json
    #expect(faults.isEmpty)
    #expect(
      json.contains(
        "{\"path\": \"/bus/in@10\", \"compatible\": [], \"status\": \"okay\", \"reg\": [{\"address\": 32784, \"size\": 4, \"busAddress\": 16}], \"interrupts\": []}"
      ))
    #expect(json.contains("\"reg\": [{\"address\": null, \"size\": null, \"busAddress\": 8192}]"))
  }
}

/// Device trees written as text, for dtc to make blobs of.
enum TreeSource {
  static let compiler: URL? = ["/usr/bin/dtc", "/usr/local/bin/dtc"].map { URL(filePath: $0) }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  static let absence = "dtc is not installed: apt-get install device-tree-compiler"

  /// What dtc makes of the text, even where it finds it odd.
  static func blob(_ text: String) throws -> [UInt8] {
    let process = Process()
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.executableURL = compiler
    process.arguments = ["-q", "-q", "-f", "-I", "dts", "-O", "dtb"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data("/dts-v1/;\n\(text)".utf8))
    try input.fileHandleForWriting.close()
    let blob = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(blob)
  }
}
