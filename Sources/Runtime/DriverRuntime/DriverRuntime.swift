@_exported public import RegisterAccess
