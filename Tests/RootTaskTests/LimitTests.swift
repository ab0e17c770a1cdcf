import ComponentInterface
import SystemManifest
import Testing

/// A component trusts the counts in its startup page, so nothing that the manifest allows may be more than the page holds.
struct LimitTests {
  @Test("what a manifest allows a component, its startup page has room for")
  func thePageHoldsWhatTheManifestAllows() {
    let page = StartupPage()
    #expect(ManifestLimit.regions <= ComponentLimit.regions && ComponentLimit.regions == page.regions.count)
    #expect(
      ManifestLimit.interrupts <= ComponentLimit.interrupts
        && ComponentLimit.interrupts == page.interrupts.count)
    #expect(ManifestLimit.clocks <= ComponentLimit.clocks && ComponentLimit.clocks == page.clocks.count)
    #expect(
      ManifestLimit.parameters <= ComponentLimit.parameters
        && ComponentLimit.parameters == page.parameters.count)
    #expect(
      ManifestLimit.channelsPerComponent <= ComponentLimit.channels
        && ComponentLimit.channels == page.channels.count)
  }
}
