import Foundation

/// A seL4 that somebody built and installed: `bin/kernel.elf`, `libsel4/include`, `support/`.
public struct KernelInstallation: Sendable {
  /// The folder that was given.
  public let prefix: URL
  /// How the kernel was built.
  public let configuration: KernelConfiguration
  /// The memory that the kernel was built for, from `support/platform_gen.json`; empty if the file is missing.
  public let memory: [Range<UInt64>]

  /// The kernel itself.
  public var kernel: URL { prefix.appending(path: Self.kernelPath) }
  /// The folder of libsel4's headers.
  public var headers: URL { prefix.appending(path: Self.headersPath) }

  static let kernelPath = "bin/kernel.elf"
  static let headersPath = "libsel4/include"
  static let platformPath = "support/platform_gen.json"
  static let configurationPaths = [
    "libsel4/include/kernel/gen_config.json", "libsel4/include/kernel/gen_config.h",
  ]

  /// Reads what an installation says of itself.
  ///
  /// - Parameter prefix: what CMake was given as `CMAKE_INSTALL_PREFIX`.
  /// - Throws: `KernelInstallationError`.
  public init(prefix: URL) throws(KernelInstallationError) {
    self.prefix = prefix
    guard Self.exists(prefix) else { throw .missing(prefix.path, prefix: prefix.path) }
    for path in [Self.kernelPath, Self.headersPath] {
      guard Self.exists(prefix.appending(path: path)) else { throw .missing(path, prefix: prefix.path) }
    }
    guard let path = Self.configurationPaths.first(where: { Self.exists(prefix.appending(path: $0)) })
    else { throw .missing(Self.configurationPaths[0], prefix: prefix.path) }
    let data = try Self.read(prefix.appending(path: path))
    guard
      let configuration = path.hasSuffix(".json")
        ? KernelConfiguration(json: data) : KernelConfiguration(header: data)
    else { throw .malformed(prefix.appending(path: path).path) }
    self.configuration = configuration

    let platform = prefix.appending(path: Self.platformPath)
    if Self.exists(platform) {
      let data = try Self.read(platform)
      guard let description = try? JSONDecoder().decode(Platform.self, from: data),
        description.memory.allSatisfy({ $0.start < $0.end })
      else { throw .malformed(platform.path) }
      memory = description.memory.map { $0.start..<$0.end }
    } else {
      memory = []
    }
  }

  private static func exists(_ place: URL) -> Bool { FileManager.default.fileExists(atPath: place.path) }

  private static func read(_ file: URL) throws(KernelInstallationError) -> Data {
    do { return try Data(contentsOf: file) } catch { throw .unreadable(file.path) }
  }

  private struct Platform: Decodable {
    struct Region: Decodable {
      let start: UInt64
      let end: UInt64
    }
    let memory: [Region]
  }
}

/// Why a folder is no installation of seL4.
public enum KernelInstallationError: Error, Equatable, Sendable {
  /// There is no such file or folder below the prefix.
  case missing(String, prefix: String)
  /// The file is there and cannot be read.
  case unreadable(String)
  /// The file is not what its name says.
  case malformed(String)
}

extension KernelInstallationError: CustomStringConvertible {
  /// What is wrong, and what mends it.
  public var description: String {
    switch self {
    case .missing(let path, let prefix) where path == prefix:
      "there is no folder `\(prefix)`; fix: give the prefix that seL4 was installed into"
    case .missing(let path, let prefix):
      "`\(prefix)` is no installed seL4: it has no `\(path)`; fix: install one with `cmake --install BUILD`, "
        + "configured with `-DCMAKE_INSTALL_PREFIX=\(prefix)`"
    case .unreadable(let path): "`\(path)` cannot be read"
    case .malformed(let path): "`\(path)` is not what an seL4 installation writes there"
    }
  }
}
