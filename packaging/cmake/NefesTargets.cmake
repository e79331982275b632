# SPDX-License-Identifier: GPL-3.0-or-later
# The functions that declare every target, so that a rule is written once.

# What every target of ours compiles with; libraries link it PRIVATE.
add_library(nefes_rules INTERFACE)
target_compile_features(nefes_rules INTERFACE cxx_std_20)
target_include_directories(nefes_rules INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(
  nefes_rules
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wshadow
            -Wconversion
            -Wsign-conversion
            -Wnon-virtual-dtor
            -Woverloaded-virtual
            -Wcast-qual
            -Wold-style-cast
            -Wnull-dereference
            -fno-math-errno
            -ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)
if(NEFES_WARNINGS_AS_ERRORS)
  target_compile_options(nefes_rules INTERFACE -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # What the optimiser believes to see comes and goes with its version: shown, but no reason to stop.
    target_compile_options(nefes_rules INTERFACE -Wno-error=array-bounds -Wno-error=stringop-overflow
                                                 -Wno-error=stringop-overread -Wno-error=maybe-uninitialized)
  endif()
endif()
if(CMAKE_BUILD_TYPE MATCHES "Rel")
  # GCC reports null dereferences inside inlined std containers at -O2, and overlapping copies in
  # std::string (GCC bug 105329).
  target_compile_options(nefes_rules INTERFACE -Wno-null-dereference
                                               $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
endif()
if(NEFES_SANITIZER)
  target_compile_options(nefes_rules INTERFACE -fsanitize=${NEFES_SANITIZER}
                                               -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(nefes_rules INTERFACE -fsanitize=${NEFES_SANITIZER})
endif()
if(NEFES_COVERAGE)
  target_compile_options(nefes_rules INTERFACE --coverage)
  target_link_options(nefes_rules INTERFACE --coverage)
endif()
if(NEFES_SANITIZER OR NEFES_COVERAGE)
  target_compile_definitions(nefes_rules INTERFACE NEFES_ORDERLY_EXIT)
endif()
if(NEFES_FUZZING)
  target_compile_options(nefes_rules INTERFACE -fsanitize=fuzzer-no-link)
endif()

# nefes_add_library(NAME SOURCES … [PUBLIC targets…] [PRIVATE targets…])
# A static library with position-independent code: the torch module links some of them too.
function(nefes_add_library name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;PUBLIC;PRIVATE")
  add_library(${name} STATIC ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} nefes_rules)
endfunction()

# nefes_precompile(TARGET HEADER [FOR_ALL KIND]): headers that most files of the target include, parsed
# once; of targets that compile with the same options, which FOR_ALL names, once for all of them.
function(nefes_precompile target header)
  cmake_parse_arguments(PARSE_ARGV 2 ARG "" "FOR_ALL" "")
  if(NOT NEFES_PRECOMPILE)
    return()
  endif()
  set(first)
  if(ARG_FOR_ALL)
    get_property(first GLOBAL PROPERTY NEFES_PRECOMPILED_${ARG_FOR_ALL})
  endif()
  if(first)
    target_precompile_headers(${target} REUSE_FROM ${first})
  else()
    target_precompile_headers(${target} PRIVATE ${header})
    set_property(GLOBAL PROPERTY NEFES_PRECOMPILED_${ARG_FOR_ALL} ${target})
  endif()
  if(NEFES_CCACHE)
    # Without this ccache does not trust precompiled headers.
    set_target_properties(
      ${target} PROPERTIES CXX_COMPILER_LAUNCHER
                           "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${NEFES_CCACHE}")
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
      target_compile_options(${target} PRIVATE -fpch-preprocess)
    endif()
  endif()
endfunction()

# What tests compile with beside nefes_rules; linked after it, so that it has the last word.
add_library(nefes_test_rules INTERFACE)
if(NEFES_TESTS)
  find_package(Qt6 REQUIRED COMPONENTS Core Test)
  if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    # QTRY_… expands to conversions of milliseconds.
    target_compile_options(nefes_test_rules INTERFACE -Wno-conversion -Wno-sign-conversion)
  endif()
endif()

# nefes_add_test(NAME SOURCES … [LIBRARIES …] [LABELS …] [ENVIRONMENT …] [TIMEOUT seconds])
# A Qt Test program. A test that cannot run says SKIP and is reported as skipped, not as passed.
# NEFES_TEST_HEADER: a folder whose tests link libraries alike may set what most of them include.
function(nefes_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "TIMEOUT" "SOURCES;LIBRARIES;LABELS;ENVIRONMENT")
  if(NOT ARG_LABELS)
    set(ARG_LABELS unit)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  add_executable(test_${name} ${ARG_SOURCES})
  set_target_properties(test_${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(test_${name} PRIVATE ${ARG_LIBRARIES} Qt6::Test nefes_rules nefes_test_rules)
  # What is tested is optimised; the tests themselves compile about a quarter faster so.
  target_compile_options(test_${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  target_compile_definitions(
    test_${name} PRIVATE QT_NO_KEYWORDS NEFES_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                         NEFES_BINARY_DIR="${PROJECT_BINARY_DIR}")
  # Empty but for its name: reading the precompiled header would be all that it takes.
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/test_${name}_autogen/mocs_compilation.cpp
                              PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  if(NEFES_TEST_HEADER)
    # Qt defines the folder for each test, so that only those of one folder can share.
    nefes_precompile(test_${name} ${NEFES_TEST_HEADER} FOR_ALL ${CMAKE_CURRENT_SOURCE_DIR})
  endif()
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(
    ${name}
    PROPERTIES LABELS "${ARG_LABELS}"
               TIMEOUT ${ARG_TIMEOUT}
               SKIP_REGULAR_EXPRESSION "SKIP   :"
               ENVIRONMENT
               "QT_QPA_PLATFORM=offscreen;OMP_WAIT_POLICY=PASSIVE;LC_ALL=C.UTF-8;${ARG_ENVIRONMENT}")
endfunction()
