/// What a copied capability may still do.
///
/// Corresponds to `seL4_CapRights_t`.
struct CapabilityRights: OptionSet {
  let rawValue: UInt
  static var write: CapabilityRights { CapabilityRights(rawValue: 1) }
  static var read: CapabilityRights { CapabilityRights(rawValue: 2) }
  static var grant: CapabilityRights { CapabilityRights(rawValue: 4) }
  static var grantReply: CapabilityRights { CapabilityRights(rawValue: 8) }
  static var all: CapabilityRights { CapabilityRights(rawValue: 15) }
}
