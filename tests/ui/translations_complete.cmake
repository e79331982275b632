# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a text of the sources is missing in a translation, or is not translated.
# Variables: LUPDATE, SOURCE_DIR, BINARY_DIR
file(GLOB_RECURSE sources ${SOURCE_DIR}/ui/*.cpp ${SOURCE_DIR}/ui/*.h)
foreach(language IN ITEMS en tr)
  set(kept ${SOURCE_DIR}/translations/nefes_${language}.ts)
  set(fresh ${BINARY_DIR}/translations_check_${language}.ts)
  configure_file(${kept} ${fresh} COPYONLY)
  execute_process(COMMAND ${LUPDATE} -silent -no-obsolete -locations none -I ${SOURCE_DIR}
                          ${sources} -ts ${fresh} RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "lupdate failed")
  endif()
  file(READ ${fresh} after)
  if(after MATCHES "type=\"unfinished\"")
    message(FATAL_ERROR "nefes_${language}.ts lacks translations: build the target "
                        "nefes_update_translations and translate what is marked unfinished")
  endif()
  file(STRINGS ${kept} keptMessages REGEX "<message")
  file(STRINGS ${fresh} freshMessages REGEX "<message")
  list(LENGTH keptMessages keptCount)
  list(LENGTH freshMessages freshCount)
  if(NOT keptCount EQUAL freshCount)
    message(FATAL_ERROR "nefes_${language}.ts has texts that are in no source any more: build the "
                        "target nefes_update_translations")
  endif()
endforeach()
