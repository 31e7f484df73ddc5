# pressmill_module(<name> GLOB | SOURCES a.cc... [USES pressmill::base...] [HIDES hwy...])
#   GLOB   every .cc below src/<name>/; a new rule or codec is a new file and no line here
#   USES   modules whose headers ours include: the include rule, in one line
#   HIDES  third-party code that only our .cc files may see
function(pressmill_module name)
  cmake_parse_arguments(PARSE_ARGV 1 M "GLOB" "" "SOURCES;USES;HIDES")
  if(M_GLOB)
    file(GLOB_RECURSE M_SOURCES CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/*.cc")
  endif()
  if(NOT M_SOURCES)
    message(FATAL_ERROR "module ${name} has no sources")
  endif()
  add_library(pressmill_${name} STATIC ${M_SOURCES})
  add_library(pressmill::${name} ALIAS pressmill_${name})
  target_include_directories(pressmill_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(pressmill_${name} PUBLIC ${M_USES} PRIVATE pressmill_flags ${M_HIDES})
endfunction()
