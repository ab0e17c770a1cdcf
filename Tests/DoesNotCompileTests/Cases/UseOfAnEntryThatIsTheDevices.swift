import DriverRuntime

func use<Layout: RingLayout>(_ ring: inout DescriptorRing<Layout>) {
  guard let entry = ring.nextFree() else { return }  // error: 'entry' used after consume
  ring.give(entry)
  _ = entry.descriptor  // wrong
}
