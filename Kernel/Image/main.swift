// The kernel's image: all of it is in the module Kernel, which the entry assembly of CKernelEntry calls.
import Kernel
