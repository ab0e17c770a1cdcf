import ContractModel
import Foundation
import KernelContract
import SeL4

// The model as a program, for the processor that it is compiled for: it takes the commands that the root task
// `kernel-contract` takes at the serial port, and prints the same.

#if DEBUG
  /// The numbers behind a command's name, hexadecimal.
  func numbers(_ words: ArraySlice<Substring>) -> [Word] { words.compactMap { Word($0, radix: 16) } }

  while let line = readLine() {
    let words = line.split(separator: " ")
    let values = numbers(words.dropFirst())
    let told = try ContractMachine().run { contract in
      switch (words.first, values.count) {
      case ("cases", _): contract.run()
      case ("random", 3): contract.runBlocks(seed: values[0], first: values[1], count: values[2])
      case ("episode", 2): contract.runEpisode(seed: values[0], number: values[1], prints: true)
      case ("begin", _):
        contract.beginEpisode()
        while let line = readLine(), line != "finish" {
          contract.make(line.replacing("make ", with: "call "))
        }
        contract.endEpisode()
      default: break
      }
    }
    print(told, terminator: "")
    print("contract end")
    fflush(nil)
  }
#else
  print("The model is made for tests, in debug builds.")
#endif
