# The device-driver development kit for CMake: find_package(dddk), then dddk_add_root_server. docs/artefacts.md tells how.

# DEPFILE with Makefiles is younger than 3.20; earlier ones would miss changes.
cmake_minimum_required(VERSION 3.20)

get_filename_component(DDDK_KIT "${CMAKE_CURRENT_LIST_DIR}/../.." REALPATH)
set(dddk_VERSION "0.1.0")

if(NOT EXISTS "${DDDK_KIT}/Sources/Tools/dddk/Kit.swift")
  set(dddk_FOUND FALSE)
  set(dddk_NOT_FOUND_MESSAGE "${DDDK_KIT} is not the kit: this file belongs into Plugins/CMake of a clone of it")
  return()
endif()

find_program(
  DDDK_EXECUTABLE dddk
  HINTS "${DDDK_KIT}/.build/release" "${DDDK_KIT}/.build/debug"
  NO_CMAKE_FIND_ROOT_PATH
  DOC "The command dddk; where it is not found, it is built with the project")
find_program(DDDK_SWIFT swift NO_CMAKE_FIND_ROOT_PATH DOC "The Swift toolchain's swift, 6.3 or later")
mark_as_advanced(DDDK_EXECUTABLE DDDK_SWIFT)
if(NOT DDDK_SWIFT)
  set(dddk_FOUND FALSE)
  set(dddk_NOT_FOUND_MESSAGE
      "swift is not on the search path; install Swift 6.3 (swiftly install 6.3), or set DDDK_SWIFT")
  return()
endif()

# Sets a variable to the command's path, and another to what must be built before it can be called.
function(_dddk_command path_variable dependency_variable)
  if(DDDK_EXECUTABLE)
    set(${path_variable} "${DDDK_EXECUTABLE}" PARENT_SCOPE)
    set(${dependency_variable} "${DDDK_EXECUTABLE}" PARENT_SCOPE)
    return()
  endif()
  set(scratch "${CMAKE_BINARY_DIR}/dddk")
  set(path "${scratch}/debug/dddk")
  if(NOT TARGET dddk_command)
    add_custom_command(
      OUTPUT "${path}"
      COMMAND
        "${CMAKE_COMMAND}" -E env DDDK_WITHOUT_DRIVERS=1
        "${DDDK_SWIFT}" build --package-path "${DDDK_KIT}" --scratch-path "${scratch}" --product dddk
      DEPENDS "${DDDK_KIT}/Package.swift"
      COMMENT "Building dddk, which takes some minutes the first time"
      VERBATIM)
    add_custom_target(dddk_command DEPENDS "${path}")
  endif()
  set(${path_variable} "${path}" PARENT_SCOPE)
  set(${dependency_variable} dddk_command PARENT_SCOPE)
endfunction()

# dddk_add_root_server(NAME
#   [SPEC file.driver.yaml [SOURCES file.swift...] | PACKAGE folder] [SYSTEM system.yaml]
#   [BOARD board] [KERNEL reference|none|prefix] [OUTPUT folder] [OPTIONS option...] [EXCLUDE_FROM_ALL])
#
# Makes the root server's image of a driver spec, of a Swift package of drivers, or of a system file alone that names drivers
# of the kit. NAME becomes an executable whose file is the image: $<TARGET_FILE:NAME>, and what depends on NAME is built
# after it. NAME_build builds it; NAME_run, where there is a kernel, boots it in QEMU with the terminal attached.
# Properties of NAME: DDDK_ARTEFACTS, the folder; DDDK_BOOT_IMAGE, the file that the machine boots.
function(dddk_add_root_server name)
  cmake_parse_arguments(
    PARSE_ARGV 1 arg "EXCLUDE_FROM_ALL" "SPEC;PACKAGE;SYSTEM;BOARD;KERNEL;OUTPUT" "SOURCES;OPTIONS")
  if(arg_UNPARSED_ARGUMENTS OR arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR
      "dddk_add_root_server(${name}): not understood: ${arg_UNPARSED_ARGUMENTS} ${arg_KEYWORDS_MISSING_VALUES}")
  endif()
  if(arg_SPEC AND arg_PACKAGE)
    message(FATAL_ERROR "dddk_add_root_server(${name}): choose one of SPEC and PACKAGE")
  endif()
  if(arg_SOURCES AND NOT arg_SPEC)
    message(FATAL_ERROR "dddk_add_root_server(${name}): SOURCES belong to a SPEC")
  endif()
  if(NOT arg_SPEC AND NOT arg_PACKAGE AND NOT arg_SYSTEM)
    message(FATAL_ERROR "dddk_add_root_server(${name}): name a SPEC, a PACKAGE or a SYSTEM")
  endif()
  if(NOT arg_KERNEL)
    set(arg_KERNEL reference)
  endif()
  if(NOT arg_OUTPUT)
    set(arg_OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${name}")
  endif()
  get_filename_component(output "${arg_OUTPUT}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")

  set(options --output "${output}" --kernel "${arg_KERNEL}")
  set(inputs)
  foreach(file IN LISTS arg_SPEC arg_SYSTEM arg_SOURCES)
    get_filename_component(path "${file}" ABSOLUTE)
    if(NOT EXISTS "${path}")
      message(FATAL_ERROR "dddk_add_root_server(${name}): there is no file ${path}")
    endif()
    list(APPEND inputs "${path}")
  endforeach()
  if(arg_SPEC)
    get_filename_component(path "${arg_SPEC}" ABSOLUTE)
    list(APPEND options --spec "${path}")
    foreach(source IN LISTS arg_SOURCES)
      get_filename_component(path "${source}" ABSOLUTE)
      list(APPEND options --source "${path}")
    endforeach()
  elseif(arg_PACKAGE)
    get_filename_component(path "${arg_PACKAGE}" ABSOLUTE)
    list(APPEND options --package-path "${path}")
  else()
    list(APPEND options --package-path "${DDDK_KIT}")
  endif()
  if(arg_SYSTEM)
    get_filename_component(path "${arg_SYSTEM}" ABSOLUTE)
    list(APPEND options --system "${path}")
  endif()
  if(arg_BOARD)
    list(APPEND options --board "${arg_BOARD}")
  endif()

  _dddk_command(dddk dependency)
  set(image "${output}/root-task-image.elf")
  set(boot_image "${output}/boot.elf")
  set(written "${image}" "${output}/manifest.bin")
  if(NOT arg_KERNEL STREQUAL "none")
    list(APPEND written "${boot_image}")
  endif()
  # The list of artefacts is written each time, the images only where they change: what depends on them is not built again
  # for nothing. A missing kit, that is without its sources, is told by the command itself.
  add_custom_command(
    OUTPUT "${output}/artefacts.json"
    BYPRODUCTS ${written}
    COMMAND "${CMAKE_COMMAND}" -E env "DDDK_KIT=${DDDK_KIT}"
            "${dddk}" build ${options} ${arg_OPTIONS} --depfile "${output}/artefacts.d"
    DEPENDS ${inputs} "${dependency}"
    DEPFILE "${output}/artefacts.d"
    COMMENT "Building the root server ${name}"
    VERBATIM)
  set(all ALL)
  if(arg_EXCLUDE_FROM_ALL)
    set(all)
  endif()
  add_custom_target(${name}_build ${all} DEPENDS "${output}/artefacts.json")

  # The folder must be there when a project with imported files is generated by some generators.
  file(MAKE_DIRECTORY "${output}")
  add_executable(${name} IMPORTED GLOBAL)
  set_target_properties(
    ${name} PROPERTIES IMPORTED_LOCATION "${image}" DDDK_ARTEFACTS "${output}")
  add_dependencies(${name} ${name}_build)
  if(NOT arg_KERNEL STREQUAL "none")
    set_target_properties(${name} PROPERTIES DDDK_BOOT_IMAGE "${boot_image}")
    add_custom_target(
      ${name}_run
      COMMAND "${CMAKE_COMMAND}" -E env "DDDK_KIT=${DDDK_KIT}" "${dddk}" run --image "${output}"
      USES_TERMINAL VERBATIM)
    add_dependencies(${name}_run ${name}_build)
  endif()
endfunction()

set(dddk_FOUND TRUE)
