# Compiler settings shared by every target. No -march=native: Highway picks the vector unit at
# run time, so that one binary serves every CPU and every CPU gives the same answer.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(PRESSMILL_CCACHE ccache)
if(PRESSMILL_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${PRESSMILL_CCACHE}")
endif()

add_library(pressmill_flags INTERFACE)
# -ffp-contract=off: a fused multiply-add would make figures depend on the CPU.
target_compile_options(pressmill_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 warns of overlaps inside std::string's own operator+ (GCC bug 105651).
  target_compile_options(pressmill_flags INTERFACE -Wno-restrict)
endif()
if(PRESSMILL_SANITIZE)
  # Instrumented code confuses the flow analysis: it warns of std::regex and std::optional.
  target_compile_options(pressmill_flags INTERFACE -Wno-maybe-uninitialized)
endif()
if(PRESSMILL_WERROR)
  target_compile_options(pressmill_flags INTERFACE -Werror)
endif()

# Sanitizers apply to everything, the tests' own code included, or they report nonsense.
if(PRESSMILL_SANITIZE)
  add_compile_options(-fsanitize=${PRESSMILL_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${PRESSMILL_SANITIZE})
  if(PRESSMILL_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
endif()
