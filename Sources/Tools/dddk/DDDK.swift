import ArgumentParser

/// The kit's command.
@main
struct DDDK: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dddk",
    abstract: "From a driver spec to a running driver.",
    discussion: """
      EXAMPLES
        dddk new my-uart             a package that builds, tests and boots
        dddk check my.driver.yaml    the spec's mistakes, all at once
        dddk inspect my.driver.yaml  its registers, as manuals draw them
        dddk run                     builds this package's driver, talks to it
        dddk run --kernel PREFIX     the same on an installed seL4
        dddk doctor                  what this machine lacks, and its mending

      Shell completion for bash, zsh or fish:
        dddk --generate-completion-script bash
      """,
    version: Kit.version,
    subcommands: [
      New.self, Import.self, Check.self, Explain.self, Inspect.self, Generate.self, Build.self, Run.self,
      Bench.self, Boards.self, Doctor.self,
    ])
}
