// The driver is generated from my-uart.driver.yaml beside this file: there is nothing to write here.
//
// What a spec cannot say (a transceiver's enable pin, one silicon revision's quirk) is declared there under `hooks:`
// and written here, as Swift that the compiler checks.
