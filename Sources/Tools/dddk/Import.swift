import ArgumentParser

/// `dddk import`.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes driver specs of a vendor's SVD file or of a device tree's nodes, or lists them.",
    discussion: """
      docs/import.md says what becomes of what, and describes the JSON.

      EXAMPLES
        dddk import svd rp2040.svd --list
        dddk import svd rp2040.svd --peripheral UART0
        dddk import dtb virt.dtb --list --format json
        dddk import dtb virt.dtb --node /pl011@9000000
      """,
    subcommands: [ImportSVD.self, ImportTree.self])
}
