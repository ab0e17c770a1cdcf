# make run    talks to a UART in QEMU through its generated driver; BOARD=NAME for another of `dddk boards`
# make test   runs every test; with SEL4_PREFIX set, on that seL4 too
# make bench  counts instructions
# make fuzz   throws a million inputs at the spec reader and the rules
# make help   says this

BOARD ?= qemu-virt-aarch64

# The command generates the drivers that ship itself: without them as targets no generator is built for the plugin first.
build_dddk = DDDK_WITHOUT_DRIVERS=1 swift build --product dddk
dddk = "$$(swift build --show-bin-path)/dddk"

.PHONY: run test bench doctor fuzz set-up format lint clean help

run: set-up
	@$(build_dddk)
	@$(dddk) run --board $(BOARD) $(if $(KERNEL),--kernel "$(KERNEL)")

test: set-up
	@.ci/test

bench: set-up
	@$(build_dddk)
	@$(dddk) bench

doctor:
	@$(build_dddk)
	@$(dddk) doctor

fuzz: set-up
	@.ci/fuzz

set-up:
	@.ci/set-up

format:
	@swift format --in-place --parallel --recursive Package.swift Sources Tests Plugins Kernel

lint:
	@swift format lint --strict --parallel --recursive Package.swift Sources Tests Plugins Kernel

clean:
	rm -rf .build .build-dddk

help:
	@sed -n 's/^# //p' Makefile | head -n 5
