#if DEBUG
  import KernelContract
  import SeL4

  extension Contract {
    /// Makes the call of a line `call NUMBERS`, as an episode prints it; nothing if it is none.
    public mutating func make(_ line: String) {
      var numbers = InlineArray<32, Word>(repeating: 0)
      let words = line.split(separator: " ").dropFirst()
      for (index, word) in words.prefix(32).enumerated() { numbers[index] = Word(word, radix: 16) ?? 0 }
      if let call = RandomCall(numbers) { make(call) }
    }
  }
#endif
