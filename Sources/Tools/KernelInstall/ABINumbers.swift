import Foundation
import HostProcess

/// The numbers of the seL4 API as a set of headers gives them: system calls, labels, sizes, offsets.
public struct ABINumbers: Equatable, Sendable {
  /// One number whose values differ.
  public struct Difference: Equatable, Sendable {
    /// Its name in `numbers.def`.
    public let name: String
    /// What the kit's own headers say.
    public let own: Int
    /// What the installed headers say.
    public let installed: Int

    /// A number and what both sides say of it.
    public init(name: String, own: Int, installed: Int) {
      self.name = name
      self.own = own
      self.installed = installed
    }
  }

  /// The numbers by name.
  public let values: [String: Int]

  /// Numbers by name.
  public init(_ values: [String: Int]) {
    self.values = values
  }

  /// The numbers whose values differ, by name.
  public func differences(from installed: ABINumbers) -> [Difference] {
    values.keys.sorted().compactMap { name in
      guard let own = values[name], let other = installed.values[name], own != other else { return nil }
      return Difference(name: name, own: own, installed: other)
    }
  }
}

/// Compiles the kit's list of numbers against headers, and reads what the compiler made of it.
///
/// The compiler for the target itself answers, so that types, packing and configuration switches count as they
/// do in a program.
public struct ABIProbe: Sendable {
  /// Why the numbers could not be read.
  public enum Failure: Error, Equatable, Sendable {
    /// A tool of the Swift toolchain could not be run.
    case host(HostError)
    /// The headers do not compile with the list; `message` is the compiler's first error.
    case headers(String, message: String)
    /// The compiler's output is not what it should be.
    case output(String)
  }

  /// The kit's sources: the folder of its Package.swift.
  let kit: URL
  /// The folder of `clang` and `llvm-objcopy`.
  let tools: URL
  /// What the compiler is given as `--target`.
  let triple: String

  /// - Parameters: - kit: the folder of the kit's Package.swift. - tools: the folder of the Swift toolchain's
  /// programs. - triple: what the compiler is given as `--target`.
  public init(kit: URL, tools: URL, triple: String = "aarch64-none-none-elf") {
    self.kit = kit
    self.tools = tools
    self.triple = triple
  }

  /// The numbers of the kit's own headers.
  ///
  /// - Throws: `Failure`.
  public func ownNumbers() throws(Failure) -> ABINumbers {
    try numbers(flags: ["-I", kit.appending(path: "Kernel/include").path], headers: "the kit's headers")
  }

  /// The numbers of an installation's headers.
  ///
  /// - Throws: `Failure`.
  public func numbers(of installation: KernelInstallation) throws(Failure) -> ABINumbers {
    try numbers(
      flags: ["-DDDDK_INSTALLED_LIBSEL4=1", "-I", installation.headers.path],
      headers: installation.headers.path)
  }

  /// The values in one section, their names in another, in the order of the list.
  private static let source = """
    #include "CSeL4.h"
    #define SEL4_NUMBER(name, value) (long)(value),
    __attribute__((section("number_values"), used)) const long values[] = {
    #include "numbers.def"
    };
    #undef SEL4_NUMBER
    #define SEL4_NUMBER(name, value) #name "\\n"
    __attribute__((section("number_names"), used)) const char names[] =
    #include "numbers.def"
    ;

    """

  private func numbers(flags: [String], headers: String) throws(Failure) -> ABINumbers {
    let folder: TemporaryFolder
    do { folder = try TemporaryFolder(prefix: "dddk-abi") } catch { throw .host(error) }
    let (source, object) = (folder.file("probe.c"), folder.file("probe.o"))
    do { try Data(Self.source.utf8).write(to: URL(filePath: source)) } catch { throw .output(source) }
    let compiled = try run(
      "clang",
      [
        "--target=\(triple)", "-ffreestanding", "-w", "-O1", "-I",
        kit.appending(path: "Sources/Runtime/CSeL4/include").path,
      ] + flags + ["-c", source, "-o", object])
    guard compiled.isSuccess else {
      let first = compiled.output.split(whereSeparator: \.isNewline).first { $0.contains("error:") }
      throw .headers(headers, message: String(first ?? "the compiler failed"))
    }
    let values = try section("number_values", of: object, in: folder)
    let names = try section("number_names", of: object, in: folder)
    let words = String(decoding: names.prefix { $0 != 0 }, as: UTF8.self).split(separator: "\n").map(
      String.init)
    guard !words.isEmpty, values.count == words.count * 8 else { throw .output(object) }
    var numbers: [String: Int] = [:]
    for (index, name) in words.enumerated() {
      let bytes = values.dropFirst(index * 8).prefix(8)
      numbers[name] = Int(truncatingIfNeeded: bytes.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
    }
    return ABINumbers(numbers)
  }

  private func section(_ name: String, of object: String, in folder: TemporaryFolder) throws(Failure) -> Data
  {
    let output = folder.file(name)
    let result = try run("llvm-objcopy", ["-O", "binary", "-j", name, object, output])
    guard result.isSuccess, let data = try? Data(contentsOf: URL(filePath: output)) else {
      throw .output(object)
    }
    return data
  }

  private func run(_ tool: String, _ arguments: [String]) throws(Failure) -> ChildProcess.Result {
    do {
      return try ChildProcess.run(
        [tools.appending(path: tool).path] + arguments, until: .after(Self.patience))
    } catch { throw .host(error) }
  }

  /// How long a compiler may take for one small file.
  private static let patience = Duration.seconds(60)
}

extension ABIProbe.Failure: CustomStringConvertible {
  /// What is wrong, and what mends it.
  public var description: String {
    switch self {
    case .host(let error): "the numbers of the seL4 API cannot be compared: \(error)"
    case .headers(let headers, let message):
      "`\(headers)` does not give the numbers that the kit needs: \(message); "
        + "fix: install seL4 16.0 without MCS"
    case .output(let file): "the compiler wrote something unexpected to `\(file)`"
    }
  }
}
