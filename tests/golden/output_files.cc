// SPDX-License-Identifier: Apache-2.0
//
// zstd, folders, manifests.

#include "tests/golden/output_files.h"

#include <zstd.h>

#include <memory>
#include <stdexcept>

namespace pressmill::test {

namespace fs = std::filesystem;

CommandResult run_line(const std::string& line, const fs::path& directory) {
  std::string whole = "export LC_ALL=C PATH='";
  whole += binary().parent_path().string();
  whole += "':\"$PATH\"; ";
  return run_shell(whole + line, directory);
}

std::string unzstd(std::string_view bytes) {
  const std::size_t frame = ZSTD_findFrameCompressedSize(bytes.data(), bytes.size());
  if (ZSTD_isError(frame) != 0) throw std::runtime_error("no whole zstd frame");
  if (frame != bytes.size()) throw std::runtime_error("more than one zstd frame");
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                     ZSTD_freeDCtx);
  std::string text;
  std::string block(ZSTD_DStreamOutSize(), '\0');
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  for (std::size_t wanted = 1; wanted != 0;) {
    ZSTD_outBuffer out{block.data(), block.size(), 0};
    wanted = ZSTD_decompressStream(context.get(), &out, &in);
    if (ZSTD_isError(wanted) != 0) throw std::runtime_error(ZSTD_getErrorName(wanted));
    text.append(block, 0, out.pos);
  }
  return text;
}

std::string without_run(const std::string& manifest) {
  // It is the last member, so all that stands behind it closes the document.
  const std::size_t run = manifest.rfind("\n \"run\": {");
  if (run == std::string::npos) return manifest;
  return manifest.substr(0, run - 1) + "\n}\n";  // without the comma before it
}

std::string without_times(const std::string& page) {
  static const std::string kBegin = R"(<script type="application/json" id="run-data">)";
  const std::size_t run = page.find(kBegin);
  if (run == std::string::npos) return page;
  return page.substr(0, run) + page.substr(page.find("</script>", run));
}

Tree read_tree(const fs::path& folder) {
  Tree tree;
  if (!fs::is_directory(folder)) return tree;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      tree[entry.path().lexically_relative(folder).generic_string()] = slurp(entry.path());
  return tree;
}

Tree reproducible(const fs::path& out) {
  Tree tree = read_tree(out);
  std::erase_if(tree, [](const auto& file) {
    return file.first == "log.jsonl" || file.first.starts_with("work/");
  });
  if (const auto manifest = tree.find("manifest.json"); manifest != tree.end())
    manifest->second = without_run(manifest->second);
  if (const auto page = tree.find("report.html"); page != tree.end())
    page->second = without_times(page->second);
  return tree;
}

std::string part_lines(const fs::path& out, const std::string& folder) {
  std::string lines;
  for (const auto& [name, bytes] : read_tree(out / folder)) lines += unzstd(bytes);
  return lines;
}

}  // namespace pressmill::test
