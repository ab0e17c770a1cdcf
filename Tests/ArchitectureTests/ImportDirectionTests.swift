import Testing

/// Imports go in the directions that docs/architecture.md names, and no further than Package.swift declares.
@Suite struct ImportDirectionTests {
  /// An import of a file: the module and the line.
  private struct Import {
    var module: String
    var line: Int
  }

  private func imports(of file: SourceTree.File) -> [Import] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    return file.code.enumerated().compactMap { index, code in
      var words = code.split(separator: " ")[...]
      while let word = words.first,
        word.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains(word)
      {
        words = words.dropFirst()
      }
      guard words.popFirst() == "import" else { return nil }
      if let word = words.first, kinds.contains(word) { words = words.dropFirst() }
      guard let module = words.first?.split(separator: ".").first else { return nil }
      return Import(module: String(module), line: index + 1)
    }
  }

  @Test func everyModuleHasARow() throws {
    let manifest = try Manifest.current.get()
    for target in manifest.targets where target.type != "test" && !manifest.files(of: target).isEmpty {
      #expect(
        ModuleTable.rows[target.name] != nil,
        """
        module \(target.name) is not in Tests/ArchitectureTests/ModuleTable.swift
        fix: give it a row with what it may import, and say in docs/architecture.md what it is for
        """)
    }
  }

  @Test func importsGoInTheTablesDirections() throws {
    let manifest = try Manifest.current.get()
    let own = Set(manifest.targets.map(\.name))
    var count = 0
    for target in manifest.targets where target.type != "test" {
      guard let row = ModuleTable.rows[target.name] else { continue }
      for file in manifest.files(of: target) {
        for line in imports(of: file) {
          count += 1
          let allowed = own.contains(line.module) ? row.own : row.outside
          #expect(
            allowed.contains(line.module),
            """
            \(file.path):\(line.line): \(target.name) may not import \(line.module)
            fix: turn the dependency around, or move the code to a module that may; it may import \
            \(row.own.union(row.outside).sorted().joined(separator: ", ")) (Tests/ArchitectureTests/ModuleTable.swift)
            """)
        }
      }
    }
    #expect(count > 100, "the test found \(count) imports: it no longer reads the sources")
  }

  @Test func everyImportIsDeclared() throws {
    let manifest = try Manifest.current.get()
    let own = Set(manifest.targets.map(\.name))
    for target in manifest.targets {
      let declared = Set(target.dependencies.map(\.name))
      let files =
        target.type == "test"
        ? SourceTree.files(in: [target.path ?? ""], endings: [".swift"]).filter { file in
          // What a test only reads is no part of its module.
          !target.exclude.contains { file.path.hasPrefix("\(target.path ?? "")/\($0)") }
        } : manifest.files(of: target)
      for file in files {
        for line in imports(of: file) where own.contains(line.module) && line.module != target.name {
          #expect(
            declared.contains(line.module),
            """
            \(file.path):\(line.line): \(target.name) imports \(line.module), which Package.swift does not give it
            fix: add "\(line.module)" to the dependencies of \(target.name) in Package.swift
            """)
        }
      }
    }
  }

  @Test func theManifestDeclaresNoMoreThanTheTable() throws {
    let manifest = try Manifest.current.get()
    let own = Set(manifest.targets.map(\.name))
    for target in manifest.targets {
      guard let row = ModuleTable.rows[target.name] else { continue }
      for name in target.dependencies.map(\.name) where own.contains(name) {
        #expect(
          row.own.contains(name),
          """
          Package.swift lets \(target.name) depend on \(name), which the table forbids
          fix: remove the dependency, or change Tests/ArchitectureTests/ModuleTable.swift and docs/architecture.md
          """)
      }
    }
  }

  @Test func noManifestHoldsUnsafeFlags() {
    for file in SourceTree.files(in: ["Templates"], endings: ["Package.swift"]) {
      #expect(!file.code.contains { $0.contains("unsafeFlags") }, "\(file.path) holds unsafeFlags")
    }
    let manifest = SourceTree.File(path: "Package.swift", text: SourceTree.text("Package.swift") ?? "")
    #expect(
      !manifest.code.contains { $0.contains("unsafeFlags") },
      """
      Package.swift holds unsafeFlags, so nobody could depend on the kit by version
      fix: put the flags into the Swift SDK that Sources/Tools/FirmwareSDK writes
      """)
  }
}
