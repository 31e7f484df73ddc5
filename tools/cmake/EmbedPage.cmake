# Makes the page of pressmill's reports into C++: template, style and scripts of src/report/page/
# and Chart.js, joined, with the hash of each block in the Content-Security-Policy.
#
# As a script:   cmake -DPAGE=src/report/page -DCHART=chart.min.js -DOUT=page_parts.cc -P EmbedPage.cmake
# As a module:   pressmill_embed_page(<target>) makes the file at build time and adds it.

if(CMAKE_SCRIPT_MODE_FILE)
  cmake_minimum_required(VERSION 3.25)
endif()

# In the order in which they stand in the page. Scripts define functions and constants of one
# scope; main.js calls them.
set(PRESSMILL_PAGE_STYLES base.css layout.css parts.css samples.css print.css)
set(PRESSMILL_PAGE_SCRIPTS
    format.js dom.js theme.js words.js charts.js flow.js table.js headline.js baseline.js timeline.js volume.js
    texts.js duplicates.js removals.js vocabulary.js samples.js inputs.js main.js)

function(pressmill_embed_page target)
  find_file(PRESSMILL_CHART_JS chart.min.js PATHS /usr/share/javascript/chart.js NO_DEFAULT_PATH
            REQUIRED DOC "Chart.js 3, of Debian's package libjs-chart.js")
  set(page "${PROJECT_SOURCE_DIR}/src/report/page")
  set(script "${PROJECT_SOURCE_DIR}/tools/cmake/EmbedPage.cmake")
  set(out "${PROJECT_BINARY_DIR}/page_parts.cc")
  set(sources ${PRESSMILL_PAGE_STYLES} ${PRESSMILL_PAGE_SCRIPTS} page.html)
  list(TRANSFORM sources PREPEND "${page}/")
  add_custom_command(OUTPUT "${out}"
    COMMAND "${CMAKE_COMMAND}" "-DPAGE=${page}" "-DCHART=${PRESSMILL_CHART_JS}" "-DOUT=${out}"
            -P "${script}"
    DEPENDS ${sources} "${PRESSMILL_CHART_JS}" "${script}"
    COMMENT "Embedding the page of reports" VERBATIM)
  target_sources(${target} PRIVATE "${out}")
endfunction()

# The text of the files, one after another.
function(pressmill_join out)
  set(text "")
  foreach(name IN LISTS ARGN)
    file(READ "${PAGE}/${name}" one)
    string(APPEND text "${one}")
  endforeach()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# "sha256-..." of a block, as the policy wants it: base64 of the digest, three bytes at a time.
function(pressmill_policy_hash out text)
  string(SHA256 hex "${text}")
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  string(APPEND hex "00")  # 33 bytes: the last one makes "=" of its character
  set(base64 "")
  foreach(group RANGE 0 10)
    math(EXPR at "${group} * 6")
    string(SUBSTRING "${hex}" ${at} 6 digits)
    foreach(shift 18 12 6 0)
      math(EXPR index "(0x${digits} >> ${shift}) & 63")
      string(SUBSTRING "${alphabet}" ${index} 1 character)
      string(APPEND base64 "${character}")
    endforeach()
  endforeach()
  string(SUBSTRING "${base64}" 0 43 base64)
  set(${out} "'sha256-${base64}='" PARENT_SCOPE)
endfunction()

# Nothing in a block may end it, or read otherwise than it was hashed.
function(pressmill_check_block name text)
  foreach(bad "</script" "</style" "<!--" "\r" ")page\"")
    string(FIND "${text}" "${bad}" at)
    if(NOT at EQUAL -1)
      message(FATAL_ERROR "${name} may not contain ${bad}")
    endif()
  endforeach()
endfunction()

function(pressmill_constant out name text)
  set(${out} "const std::string_view ${name} = R\"page(${text})page\";\n" PARENT_SCOPE)
endfunction()

function(pressmill_write_page)
  pressmill_join(style ${PRESSMILL_PAGE_STYLES})
  pressmill_join(ours ${PRESSMILL_PAGE_SCRIPTS})
  set(script "\"use strict\";\n(() => {\n${ours}})();\n")
  file(READ "${CHART}" chart)
  foreach(block style script chart)
    pressmill_check_block(${block} "${${block}}")
    pressmill_policy_hash(hash "${${block}}")
    set(${block}_hash "${hash}")
  endforeach()
  set(policy "default-src 'none'; script-src ${chart_hash} ${script_hash}; style-src ${style_hash}; ")
  string(APPEND policy "base-uri 'none'; form-action 'none'")
  file(READ "${PAGE}/page.html" html)
  # Only now: what is put in must not be looked through for marks.
  string(FIND "${html}" "@figures@" figures)
  string(FIND "${html}" "@run@" run)
  string(SUBSTRING "${html}" 0 ${figures} head)
  math(EXPR after_figures "${figures} + 9")
  math(EXPR between_length "${run} - ${after_figures}")
  string(SUBSTRING "${html}" ${after_figures} ${between_length} between)
  math(EXPR after_run "${run} + 5")
  string(SUBSTRING "${html}" ${after_run} -1 tail)
  string(REPLACE "@policy@" "${policy}" head "${head}")
  string(REPLACE "@style@" "${style}" head "${head}")
  string(REPLACE "@script@" "${script}" tail "${tail}")
  string(REPLACE "@chart@" "${chart}" tail "${tail}")
  pressmill_constant(head_constant kPageHead "${head}")
  pressmill_constant(between_constant kPageBetween "${between}")
  pressmill_constant(tail_constant kPageTail "${tail}")
  file(WRITE "${OUT}" "// Made by tools/cmake/EmbedPage.cmake; do not edit.\n\n"
       "#include \"report/page_parts.h\"\n\nnamespace pressmill::report {\n\n"
       "${head_constant}${between_constant}${tail_constant}\n}  // namespace pressmill::report\n")
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
  pressmill_write_page()
endif()
