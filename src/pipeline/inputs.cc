// SPDX-License-Identifier: Apache-2.0
//
// Walking folders, expanding globs, naming files.

#include "pipeline/inputs.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <set>

#include "base/bytes.h"
#include "base/hash.h"
#include "io/atomic_file.h"
#include "io/posix.h"
#include "pipeline/manifest.h"
#include "pipeline/run_state.h"
#include "text/byte_escapes.h"

namespace pressmill::pipeline {

namespace fs = std::filesystem;

namespace {

// Sixteen blocks spread over a file tell apart any two dumps that a person would confuse, and
// cost sixteen reads, where hashing everything would read the data once more.
constexpr std::uint64_t kHashedBlocks = 16;
constexpr std::uint64_t kHashedBlockBytes = 4 << 10;

fs::path plain_absolute(const fs::path& path) {
  if (path.empty()) return path;
  fs::path normal = fs::absolute(path).lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

// Others have files of that name, too; ours are smaller than that.
constexpr std::uintmax_t kMostManifestBytes = std::uintmax_t{1} << 28;

bool holds_results(const fs::path& folder) {
  const fs::path manifest = folder / "manifest.json";
  std::error_code unknown;
  return fs::is_regular_file(manifest, unknown) &&
         fs::file_size(manifest, unknown) <= kMostManifestBytes && is_manifest(manifest.string());
}

std::string cannot_look_up(const std::error_code& error) {
  return fmt::format("cannot be looked up: {}", error.message());
}

// Why the name leads to no file and no folder; empty where nothing has that name. `error` is what
// looking it up gave.
std::string why_unreachable(const fs::path& path, const std::error_code& error) {
  std::error_code unknown;
  const bool is_missing = !error || error == std::errc::no_such_file_or_directory ||
                          error == std::errc::not_a_directory ||
                          error == std::errc::filename_too_long;
  if (!fs::is_symlink(fs::symlink_status(path, unknown)))
    return is_missing ? "" : cannot_look_up(error);
  const fs::path target = fs::read_symlink(path, unknown);
  if (error == std::errc::too_many_symbolic_link_levels)
    return fmt::format("a symbolic link to {}, which leads back to it", target.string());
  if (!is_missing)
    return fmt::format("a symbolic link to {}: {}", target.string(), error.message());
  return fmt::format("a symbolic link to {}, which does not exist", target.string());
}

std::string cannot_list(const std::error_code& error) {
  return fmt::format("cannot list the folder: {}", error.message());
}

struct Walk {
  const fs::path out;  // what an earlier run wrote is no input
  const fs::path work;
  InputList list;
  std::vector<fs::path> files;
  std::vector<fs::path> roots;  // folders given, and the folders of files given

  Status add(const std::string& given) {
    const fs::path path = plain_absolute(given);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) return add_folder(path);
    if (fs::is_regular_file(status)) {
      add_file(path);
      return {};
    }
    if (fs::exists(status))
      return Error(Code::usage, "not a regular file; to read a pipe, name - and pipe into it",
                   Place{.path = given});
    if (const std::string why = why_unreachable(path, error); !why.empty())
      return Error(Code::usage, why + "; check the path", Place{.path = given});
    return add_glob(given);
  }

  void add_file(const fs::path& path) {
    files.push_back(path);
    roots.push_back(path.parent_path());
  }

  void skip(const fs::path& path, std::string why) {
    list.skipped.push_back({"", path.string(), std::move(why)});
  }
  void pass_by(const fs::path& path, std::string why) {
    list.passed_by.push_back({"", path.string(), std::move(why)});
  }

  Status add_folder(const fs::path& folder) {
    if (holds_results(folder))
      return Error(Code::usage,
                   fmt::format("holds the results of a run; to mill what it kept, name {}",
                               (folder / "kept").string()),
                   Place{.path = folder.string()});
    std::error_code error;
    const fs::directory_iterator listed(folder, error);
    if (error)
      return Error(Code::usage, cannot_list(error) + "; check the path",
                   Place{.path = folder.string()});
    add_below(folder);
    return {};
  }

  // The folder and all below it. What cannot be listed there is skipped, under its own name.
  void add_below(const fs::path& folder) {
    roots.push_back(folder);
    std::vector<fs::path> folders = {folder};
    while (!folders.empty()) {
      const fs::path next = std::move(folders.back());
      folders.pop_back();
      std::error_code error;
      fs::directory_iterator it(next, error), end;
      for (; !error && it != end; it.increment(error)) add_entry(*it, folders);
      if (error) skip(next, cannot_list(error));
    }
  }

  void add_entry(const fs::directory_entry& entry, std::vector<fs::path>& folders) {
    const fs::path& path = entry.path();
    const std::string name = path.filename().string();
    std::error_code error, unknown;
    const fs::file_status status = entry.status(error);
    const bool is_folder = fs::is_directory(status);
    const bool is_no_data = is_folder ? name.starts_with('.') : is_left_out(name);
    if (is_no_data || path == out || path == work)
      list.left_out.push_back(path.string());
    else if (is_folder && holds_results(path))
      list.results.push_back(path.string());
    else if (is_folder && entry.is_symlink(unknown))
      pass_by(path, "a link to a folder, which is not followed; to read it, name it too");
    else if (is_folder)
      folders.push_back(path);
    else if (fs::is_regular_file(status))
      files.push_back(path);
    else if (fs::exists(status))
      pass_by(path, "neither a file nor a folder");
    else if (std::string why = why_unreachable(path, error); !why.empty())
      skip(path, std::move(why));
    else if (error != std::errc::no_such_file_or_directory)  // else it went just now
      skip(path, cannot_look_up(error));
  }

  Status add_glob(const std::string& pattern) {
    glob_t found{};
    const int failed = ::glob(pattern.c_str(), 0, nullptr, &found);
    std::vector<std::string> paths;
    if (failed == 0) paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    ::globfree(&found);
    if (paths.empty())
      return Error(Code::usage, "no such file, folder or match; check the path",
                   Place{.path = pattern});
    for (const std::string& path : paths)
      if (Status s = add_matched(path); !s) return s;
    return {};
  }

  // What is only matched may be results, other than what is named. They are left out, but names
  // begin where they would with them: OUT becomes results while its own run is under way. Nor need
  // it be readable: it is skipped. A match is never a pattern again, even of a link to nothing.
  Status add_matched(const std::string& given) {
    const fs::path path = plain_absolute(given);
    if (path == out || holds_results(path)) {
      roots.push_back(path);
      (path == out ? list.left_out : list.results).push_back(path.string());
      return {};
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) {
      add_below(path);
      return {};
    }
    if (fs::is_regular_file(status)) {
      add_file(path);
      return {};
    }
    roots.push_back(path.parent_path());
    skip(path, fs::exists(status) ? "neither a file nor a folder" : why_unreachable(path, error));
    return {};
  }

  fs::path common_root() const {
    fs::path root;
    for (const fs::path& each : roots) {
      if (root.empty()) {
        root = each;
        continue;
      }
      fs::path shared;
      for (auto a = root.begin(), b = each.begin(); a != root.end() && b != each.end() && *a == *b;
           ++a, ++b)
        shared /= *a;
      root = shared;
    }
    return root;
  }
};

Result<std::vector<std::string>> given_inputs(const Plan& plan) {
  std::vector<std::string> given = plan.inputs;
  if (plan.files_from.empty()) return given;
  auto text = io::read_file(plan.files_from);
  if (!text) return Error(Code::usage, text.error().what(), text.error().place());
  std::size_t begin = 0;
  while (begin < text->size()) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    std::string line = text->substr(begin, end - begin);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (!line.empty()) given.push_back(line);
    begin = end + 1;
  }
  return given;
}

std::string name_below(const fs::path& root, const fs::path& path) {
  return text::escape_bytes(path.lexically_relative(root).generic_string());
}

// What several of the names given lead to is told once.
void name_unread(const fs::path& root, std::vector<Unread>& all) {
  for (Unread& each : all) each.name = name_below(root, each.path);
  std::ranges::sort(all, {}, &Unread::name);
  const auto is_same = [](const Unread& a, const Unread& b) { return a.path == b.path; };
  all.erase(std::unique(all.begin(), all.end(), is_same), all.end());
}

Status spool_stdin(const std::string& path, const std::function<bool()>& stop) {
  auto file = io::AtomicFile::create(path);
  if (!file) return file.error();
  std::vector<char> block(1 << 20);
  for (;;) {
    const ssize_t n = ::read(STDIN_FILENO, block.data(), block.size());
    if (stop && stop()) return stopped();
    if (n < 0 && errno == EINTR) continue;
    if (n < 0)
      return Error(Code::input, fmt::format("cannot read: {}", std::strerror(errno)),
                   Place{.path = "-"});
    if (n == 0) return file->commit();
    if (Status s = file->write({block.data(), static_cast<std::size_t>(n)}); !s) return s;
  }
}

Result<std::uint64_t> sample_hash(int fd, std::uint64_t size, const std::string& path) {
  std::string sampled(bytes_of(size));
  const std::uint64_t blocks = size <= kHashedBlocks * kHashedBlockBytes ? 1 : kHashedBlocks;
  const std::uint64_t length = blocks == 1 ? size : kHashedBlockBytes;
  std::string block(length, '\0');
  for (std::uint64_t i = 0; i < blocks; ++i) {
    // The first and the last block are among them.
    const std::uint64_t at = blocks == 1 ? 0 : (size - length) * i / (blocks - 1);
    if (!io::read_at(fd, at, block.data(), length))
      return Error(Code::input, fmt::format("cannot read: {}", std::strerror(errno)),
                   Place{.path = path});
    sampled += block;
  }
  return hash64(sampled);
}

}  // namespace

bool is_left_out(const std::string& name) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "_SUCCESS",    "README", "README.txt", "LICENSE",
      "LICENSE.txt", "NOTICE", "SHA256SUMS", "MD5SUMS"};
  static constexpr std::array<std::string_view, 5> kEnds = {".crc", ".tmp", ".md", ".sha256",
                                                            ".md5"};
  return name.starts_with('.') || std::ranges::find(kNames, name) != kNames.end() ||
         std::ranges::any_of(kEnds, [&](std::string_view end) { return name.ends_with(end); });
}

Result<InputList> find_inputs(const Plan& plan, const std::string& spool_path,
                              const std::function<bool()>& stop) {
  auto given = given_inputs(plan);
  if (!given) return given.error();
  Walk walk{.out = plain_absolute(plan.out),
            .work = plan.work.empty() ? fs::path() : plain_absolute(plan.work),
            .list = {},
            .files = {},
            .roots = {}};
  bool from_stdin = false;
  for (const std::string& each : *given) {
    if (each == "-")
      from_stdin = true;
    else if (Status s = walk.add(each); !s)
      return s.error();
  }
  const fs::path root = walk.common_root();
  std::set<std::pair<dev_t, ino_t>> seen;
  std::sort(walk.files.begin(), walk.files.end(), [](const fs::path& a, const fs::path& b) {
    return a.generic_string() < b.generic_string();
  });
  for (const fs::path& path : walk.files) {
    struct stat info {};
    if (::stat(path.c_str(), &info) == 0 && !seen.insert({info.st_dev, info.st_ino}).second) {
      ++walk.list.repeated;
      continue;
    }
    Input input;
    input.path = path.string();
    input.name = name_below(root, path);
    walk.list.inputs.push_back(std::move(input));
  }
  name_unread(root, walk.list.skipped);
  name_unread(root, walk.list.passed_by);
  std::sort(walk.list.inputs.begin(), walk.list.inputs.end(),
            [](const Input& a, const Input& b) { return a.name < b.name; });
  if (from_stdin) {
    if (spool_path.empty())
      return Error(Code::usage, "stdin cannot be looked at twice; name files, or run at once");
    if (Status s = spool_stdin(spool_path, stop); !s) return s.error();
    Input input;
    input.name = "-";
    input.path = spool_path;
    walk.list.inputs.push_back(std::move(input));
  }
  if (walk.list.inputs.empty() && walk.list.skipped.empty())
    return Error(Code::usage, "no input files; name files, folders, globs or - for stdin");
  return std::move(walk.list);
}

Status probe_input(Input& input) {
  const int fd = ::open(input.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return Error(Code::input, fmt::format("cannot open: {}; it is skipped", std::strerror(errno)),
                 Place{.path = input.path});
  struct stat info {};
  ::fstat(fd, &info);
  input.bytes = static_cast<std::uint64_t>(info.st_size);
  input.mtime = info.st_mtime;
  std::string head(static_cast<std::size_t>(std::min<std::uint64_t>(input.bytes, 4096)), '\0');
  auto hash = sample_hash(fd, input.bytes, input.path);
  const bool read = io::read_at(fd, 0, head.data(), head.size());
  ::close(fd);
  if (!hash) return hash.error();
  if (!read) return Error(Code::input, "cannot read; it is skipped", Place{.path = input.path});
  input.hash = *hash;
  input.codec = io::detect_codec(head);
  return {};
}

}  // namespace pressmill::pipeline
