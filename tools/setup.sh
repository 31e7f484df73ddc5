#!/usr/bin/env bash
# Installs what building and testing pressmill needs, from Debian's packages: apt, as root or with
# sudo. Takes a second when nothing is missing. Node.js with npm is needed for some tests only.
set -euo pipefail

packages=(
  # compiler and build
  g++ cmake ninja-build pkg-config ccache git
  # libraries
  libtbb-dev libsimdjson-dev libzstd-dev libisal-dev liblzma-dev libbz2-dev liblz4-dev zlib1g-dev
  libxxhash-dev libhwy-dev libicu-dev libpsl-dev libcld2-dev libcli11-dev libtomlplusplus-dev libfmt-dev
  libjs-chart.js
  # tests and benchmarks
  libgtest-dev libbenchmark-dev clang-format clang-tidy valgrind python3 python3-zstandard python3-jsonschema
  zstd gzip xz-utils bzip2 lz4 time chromium fonts-dejavu-core
)
# Node.js may have come from elsewhere than apt.
command -v npm > /dev/null || packages+=(nodejs npm)

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f='${Status}' "$package" 2> /dev/null || true)
  [[ $status == "install ok installed" ]] || missing+=("$package")
done
((${#missing[@]} == 0)) && exit 0

as_root=()
if ((EUID != 0)); then
  command -v sudo > /dev/null || {
    echo "tools/setup.sh: run it as root, or install: ${missing[*]}" >&2
    exit 1
  }
  as_root=(sudo)
fi
echo "Installing: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
