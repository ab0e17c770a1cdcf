#if os(none)
  import KernelContract
  import SeL4

  /// A line that was typed: a command's first letter, and what follows its first space.
  struct CommandLine {
    private var first: UInt8 = 0
    private var filter = CaseFilter()
    private var numbers = InlineArray<32, Word>(repeating: 0)
    private var numberCount = 0

    /// Reads up to the end of a line.
    static func read(from board: inout SerialBoard) -> CommandLine {
      var line = CommandLine()
      var isWord = true
      board.readLine { byte in
        if line.first == 0 { line.first = byte }
        if isWord {
          isWord = byte != 0x20
        } else {
          line.filter.append(byte)
          line.take(byte)
        }
      }
      return line
    }

    /// Takes a byte of the line's hexadecimal numbers.
    private mutating func take(_ byte: UInt8) {
      let digit: Word
      switch byte {
      case 0x30...0x39: digit = Word(byte - 0x30)
      case 0x61...0x66: digit = Word(byte - 0x57)
      case 0x20:
        numberCount += 1
        return
      default: return
      }
      if numberCount < 32 { numbers[numberCount] = numbers[numberCount] << 4 | digit }
    }

    /// Does what the line says and tells when it is done.
    func run(_ contract: inout Contract<SerialBoard>) {
      switch first {
      case UInt8(ascii: "c"): contract.run(filter)
      case UInt8(ascii: "r"):
        contract.runBlocks(seed: numbers[0], first: numbers[1], count: numbers[2])
      case UInt8(ascii: "e"): contract.runEpisode(seed: numbers[0], number: numbers[1], prints: true)
      case UInt8(ascii: "b"): contract.beginEpisode()
      case UInt8(ascii: "m"):
        if let call = RandomCall(numbers) { contract.make(call) } else { contract.say("no such call\n") }
      case UInt8(ascii: "f"): contract.endEpisode()
      default: contract.say("no such command\n")
      }
      contract.say("contract end\n")
    }
  }
#endif
