# SPDX-License-Identifier: GPL-3.0-or-later
# Every source is as clang-format 14 writes it, and starts with its licence. Other versions break
# lines differently, so that the test is skipped with them.
file(GLOB_RECURSE sources
     ${SOURCE_DIR}/core/*.h ${SOURCE_DIR}/core/*.cpp ${SOURCE_DIR}/ml/*.h ${SOURCE_DIR}/ml/*.cpp
     ${SOURCE_DIR}/ui/*.h ${SOURCE_DIR}/ui/*.cpp ${SOURCE_DIR}/app/*.h ${SOURCE_DIR}/app/*.cpp
     ${SOURCE_DIR}/tests/*.h ${SOURCE_DIR}/tests/*.cpp)
foreach(source IN LISTS sources)
  file(STRINGS ${source} first LIMIT_COUNT 1)
  if(NOT first STREQUAL "// SPDX-License-Identifier: GPL-3.0-or-later")
    message(SEND_ERROR "${source}: the first line is not the licence")
  endif()
endforeach()
if(NOT CLANG_FORMAT)
  message("SKIP   : clang-format is not installed")
  return()
endif()
execute_process(COMMAND ${CLANG_FORMAT} --version OUTPUT_VARIABLE version)
if(NOT version MATCHES "version 14")
  message("SKIP   : the sources are formatted with clang-format 14")
  return()
endif()
execute_process(COMMAND ${CLANG_FORMAT} --dry-run --Werror ${sources} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "run clang-format -i on the files above")
endif()
