import DriverRuntime

func good() -> Int12 { -2048 }
func use() {
  _ = -2048 as Int12
  _ = -2049 as Int12  // error: arithmetic operation
}
