/// Marks generated code that this runtime can run.
///
/// The number grows when what generated code calls changes; then this protocol goes and
/// `GeneratedInterface4` comes, so that code from another version of the generator does not compile. Building
/// the driver's package again generates it afresh.
public protocol GeneratedInterface3 {}
