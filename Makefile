# make run    talks to a UART in QEMU through its generated driver; BOARD=NAME for another of `dddk boards`
# make test   runs every test; with SEL4_PREFIX set, on that seL4 too
# make bench  counts instructions
# make fuzz   throws a million inputs at the spec reader and the rules
# make help   says this

BOARD ?= qemu-virt-aarch64

.PHONY: run test bench doctor fuzz set-up format lint clean help

run: set-up
	@swift build --product dddk
	@"$$(swift build --show-bin-path)/dddk" run --board $(BOARD) $(if $(KERNEL),--kernel "$(KERNEL)")

test: set-up
	@.ci/test

bench: set-up
	@swift build --product dddk
	@"$$(swift build --show-bin-path)/dddk" bench

doctor:
	@swift build --product dddk
	@"$$(swift build --show-bin-path)/dddk" doctor

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
