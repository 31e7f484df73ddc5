// SPDX-License-Identifier: Apache-2.0
//
// Which files are read, how they are named, in which order.

#include "pipeline/inputs.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::pipeline {
namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::string>;

class Inputs : public ::testing::Test {
 protected:
  void make(const Names& files) const {
    for (const std::string& file : files) test::spit(dir_.path() / "in" / file, file + "\n");
  }
  std::string in(const std::string& name) const { return (dir_.path() / "in" / name).string(); }

  Result<InputList> find(const Names& given, const std::string& files_from = "") const {
    Plan plan;
    plan.inputs = given;
    plan.files_from = files_from;
    plan.out = dir_ / "out";
    return find_inputs(plan, dir_ / "spool/stdin");
  }
  Names names(const Names& given, const std::string& files_from = "") const {
    const auto list = find(given, files_from);
    EXPECT_TRUE(list) << list.error().text();
    Names found;
    if (list)
      for (const Input& input : list->inputs) found.push_back(input.name);
    return found;
  }
  Code failure(const Names& given, const std::string& files_from = "") const {
    const auto list = find(given, files_from);
    EXPECT_FALSE(list);
    return list ? Code::busy : list.error().code();
  }

  test::ScratchDir dir_;
};

TEST_F(Inputs, AreNamedFromTheCommonRoot) {
  make({"a.jsonl", "b/c.jsonl", "b/d/e.jsonl", "f/g.jsonl"});
  EXPECT_EQ(names({in("a.jsonl")}), (Names{"a.jsonl"}));
  EXPECT_EQ(names({in("b/d/e.jsonl")}), (Names{"e.jsonl"}));
  EXPECT_EQ(names({in("b")}), (Names{"c.jsonl", "d/e.jsonl"}));
  EXPECT_EQ(names({in("b/")}), (Names{"c.jsonl", "d/e.jsonl"}));
  EXPECT_EQ(names({in("b"), in("f")}), (Names{"b/c.jsonl", "b/d/e.jsonl", "f/g.jsonl"}));
  EXPECT_EQ(names({in("b/d"), in("f/g.jsonl")}), (Names{"b/d/e.jsonl", "f/g.jsonl"}));
  EXPECT_EQ(names({in("./b/../b/c.jsonl"), in("a.jsonl")}), (Names{"a.jsonl", "b/c.jsonl"}));
}

TEST_F(Inputs, AreSortedBytewiseWhateverTheOrderGiven) {
  make({"a.jsonl", "a/x.jsonl", "a-b.jsonl", "B.jsonl", "ä.jsonl", "a10.jsonl", "a9.jsonl"});
  Names given;
  for (const char* name :
       {"a.jsonl", "a", "a-b.jsonl", "B.jsonl", "ä.jsonl", "a10.jsonl", "a9.jsonl"})
    given.push_back(in(name));
  const Names expected = {"B.jsonl",   "a-b.jsonl", "a.jsonl", "a/x.jsonl",
                          "a10.jsonl", "a9.jsonl",  "ä.jsonl"};
  std::sort(given.begin(), given.end());
  do {
    EXPECT_EQ(names(given), expected);
  } while (std::next_permutation(given.begin(), given.begin() + 4));
  EXPECT_EQ(names({in("")}), expected);
}

TEST_F(Inputs, KeepTheirNamesWhenTheFolderMoves) {
  make({"a.jsonl", "b/c.jsonl"});
  const Names before = names({in("")});
  fs::rename(dir_.path() / "in", dir_.path() / "elsewhere");
  EXPECT_EQ(names({dir_ / "elsewhere"}), before);
}

TEST_F(Inputs, TheSameFileCountsOnce) {
  make({"a.jsonl", "b.jsonl"});
  fs::create_hard_link(in("a.jsonl"), in("hard.jsonl"));
  fs::create_symlink(in("a.jsonl"), in("soft.jsonl"));
  const auto list = find({in(""), in("b.jsonl"), in("b.jsonl")});
  ASSERT_TRUE(list);
  EXPECT_EQ(list->repeated, 4U);
  ASSERT_EQ(list->inputs.size(), 2U);
  EXPECT_EQ(list->inputs[0].name, "a.jsonl");
  EXPECT_EQ(list->inputs[0].path, in("a.jsonl"));
  EXPECT_EQ(list->inputs[1].name, "b.jsonl");
}

// What a run wrote beside the dump would come in as articles.
TEST_F(Inputs, LeaveOutWhatRunsWrote) {
  make({"a.jsonl", "out/kept/part-00000.jsonl", "other/manifest.json"});
  std::ofstream(dir_.path() / "in/out/manifest.json") << R"({"format":1,"fingerprint":"x"})";
  const auto list = find({in("")});
  ASSERT_TRUE(list);
  EXPECT_EQ(names({in("")}), (Names{"a.jsonl", "other/manifest.json"})) << "not ours: it is read";
  EXPECT_EQ(list->results, (std::vector<std::string>{in("out")}));
  EXPECT_EQ(names({in("out/kept")}), (Names{"part-00000.jsonl"})) << "named, so wanted";
  const auto whole = find({in("out")});
  ASSERT_FALSE(whole);
  EXPECT_EQ(whole.error().code(), Code::usage);
  EXPECT_NE(whole.error().what().find("out/kept"), std::string::npos);
  const auto matched = find({in("*")});
  ASSERT_TRUE(matched) << "a glob names nothing";
  EXPECT_EQ(matched->inputs.size(), 2U);
  EXPECT_EQ(matched->results.size(), 1U);
  // OUT is left out as well before there is anything in it, and names are the same from then on.
  make({"only/b.jsonl", "only/out/manifest.json"});
  Plan plan;
  plan.inputs = {in("only/*")};
  plan.out = in("only/out");
  const auto before = find_inputs(plan, "");
  std::ofstream(dir_.path() / "in/only/out/manifest.json") << R"({"format":1,"fingerprint":"x"})";
  const auto after = find_inputs(plan, "");
  ASSERT_TRUE(before && after);
  EXPECT_EQ(before->inputs.size(), 1U);
  EXPECT_EQ(after->inputs[0].name, before->inputs[0].name);
  EXPECT_TRUE(after->results.empty()) << "one's own folder is no surprise";
}

TEST_F(Inputs, LeaveOutWhatIsNoDataInFolders) {
  make({"a.jsonl", ".hidden.jsonl", "_SUCCESS", "a.jsonl.crc", ".a.jsonl.crc", "b.tmp", "README",
        "notes.md", "a.jsonl.sha256", ".git/config", "sub/.x/y.jsonl", "sub/z.jsonl",
        "_SUCCESS.jsonl", "tmp"});
  const auto list = find({in("")});
  ASSERT_TRUE(list);
  EXPECT_EQ(names({in("")}), (Names{"_SUCCESS.jsonl", "a.jsonl", "sub/z.jsonl", "tmp"}));
  EXPECT_EQ(list->left_out.size(), 10U) << "a hidden folder counts as one";
  EXPECT_EQ(names({in(".hidden.jsonl")}), (Names{".hidden.jsonl"})) << "named, so wanted";
  EXPECT_EQ(failure({in(".git/none")}), Code::usage);
}

TEST_F(Inputs, LeaveOutTheirOwnResults) {
  make({"a.jsonl"});
  test::spit(dir_.path() / "out/kept/part-00000.jsonl.zst", "x");
  EXPECT_EQ(names({dir_.path().string()}), (Names{"in/a.jsonl"}));
}

Names unread(const std::vector<Unread>& all) {
  Names found;
  for (const Unread& each : all) found.push_back(each.name + ": " + each.why);
  return found;
}

TEST_F(Inputs, SkipLinksThatLeadNowhere) {
  make({"a.jsonl"});
  fs::create_symlink("loop", in("loop"));
  fs::create_symlink("missing", in("broken"));
  fs::create_symlink("nobody@host.1:2", in(".#a.jsonl"));  // an editor's lock
  fs::create_directory_symlink("..", in("up"));
  EXPECT_EQ(names({in("")}), (Names{"a.jsonl"}));
  EXPECT_EQ(unread(find({in("")})->passed_by),
            (Names{"up: a link to a folder, which is not followed; to read it, name it too"}));
  const Names expected = {"broken: a symbolic link to missing, which does not exist",
                          "loop: a symbolic link to loop, which leads back to it"};
  for (const Names& given : {Names{in("")}, Names{in("[ablm]*")}, Names{in("[ablm]*"), in("")}}) {
    const auto list = find(given);
    ASSERT_TRUE(list) << list.error().text();
    EXPECT_EQ(list->inputs.size(), 1U);
    EXPECT_EQ(unread(list->skipped), expected);
  }
  const auto none = find({in("br*")});
  ASSERT_TRUE(none) << "what was met is told, not that there is nothing";
  EXPECT_TRUE(none->inputs.empty());
  EXPECT_EQ(none->skipped.size(), 1U);
}

// Taken for a glob, such a name matched itself, without end.
TEST_F(Inputs, ThatAreNamedAndLeadNowhereAreAnError) {
  make({"a.jsonl"});
  fs::create_symlink("loop", in("loop"));
  fs::create_symlink("missing", in("broken"));
  fs::create_symlink("missing", in("[x]*"));
  fs::create_symlink("a.jsonl/below", in("below"));
  for (const char* name : {"broken", "loop", "[x]*", "below", "broken/a.jsonl", "loop/a.jsonl"}) {
    test::spit(dir_ / "list", in("a.jsonl") + "\n" + in(name) + "\n");
    EXPECT_EQ(failure({in(name)}), Code::usage) << name;
    EXPECT_EQ(failure({in("a.jsonl"), in(name)}), Code::usage) << name;
    EXPECT_EQ(failure({}, dir_ / "list"), Code::usage) << name;
  }
  const auto list = find({in("broken")});
  ASSERT_FALSE(list);
  EXPECT_EQ(list.error().place().path, in("broken"));
  EXPECT_EQ(list.error().what(),
            "a symbolic link to missing, which does not exist; check the path");
}

TEST_F(Inputs, PassByWhatIsNeitherFileNorFolder) {
  make({"a.jsonl", "sub/b.jsonl"});
  fs::create_directory_symlink("sub", in("linked"));
  ASSERT_EQ(::mkfifo(in("sub/pipe").c_str(), 0600), 0);
  ASSERT_EQ(::mkfifo(in("sub/.hidden").c_str(), 0600), 0);
  const auto list = find({in("")});
  ASSERT_TRUE(list);
  EXPECT_EQ(list->inputs.size(), 2U);
  EXPECT_EQ(list->left_out, (Names{in("sub/.hidden")}));
  EXPECT_EQ(unread(list->passed_by),
            (Names{"linked: a link to a folder, which is not followed; to read it, name it too",
                   "sub/pipe: neither a file nor a folder"}));
  EXPECT_TRUE(list->skipped.empty()) << "nobody meant these to be read";
  EXPECT_EQ(names({in("linked")}), (Names{"b.jsonl"})) << "named, so wanted";
  EXPECT_EQ(failure({in("sub/pipe")}), Code::usage);
  const auto matched = find({in("sub/*")});
  ASSERT_TRUE(matched);
  EXPECT_EQ(unread(matched->skipped), (Names{"pipe: neither a file nor a folder"}));
}

// Longer than any path may be: nobody can reach the innermost folders, not even root.
TEST_F(Inputs, SkipFoldersThatCannotBeReached) {
  make({"a.jsonl", "z/b.jsonl"});
  const std::string deep =
      "d=$(printf 'd%.0s' $(seq 250)); for i in $(seq 20); do mkdir $d && cd -P $d || exit 1; done";
  ASSERT_EQ(test::run_shell(deep, dir_.path() / "in").exit, 0);
  for (const Names& given : {Names{in("")}, Names{in("*")}}) {
    const auto list = find(given);
    ASSERT_TRUE(list) << list.error().text();
    EXPECT_EQ(list->inputs.size(), 2U);
    ASSERT_EQ(list->skipped.size(), 1U);
    EXPECT_EQ(list->skipped[0].why, "cannot be looked up: File name too long");
    EXPECT_GT(list->skipped[0].name.size(), std::size_t{3'500}) << "its own name";
  }
  EXPECT_EQ(test::run_shell("rm -rf d*", dir_.path() / "in").exit, 0);
}

constexpr uid_t kNobody = 65534;

// A folder of somebody else's.
TEST_F(Inputs, SkipFoldersThatAreClosed) {
  make({"a.jsonl", "sub/b.jsonl", "sub/closed/c.jsonl"});
  fs::permissions(in("sub/closed"), fs::perms::none);
  fs::permissions(dir_.path(), fs::perms{0755});
  const bool is_root = ::geteuid() == 0;  // who may list every folder
  if (is_root && ::seteuid(kNobody) != 0) GTEST_SKIP() << "root cannot be somebody else here";
  const auto list = find({in("")});
  const auto named = find({in("a.jsonl"), in("sub/closed")});
  if (is_root) {
    ASSERT_EQ(::seteuid(0), 0);
  }
  fs::permissions(in("sub/closed"), fs::perms::owner_all);
  ASSERT_TRUE(list) << list.error().text();
  EXPECT_EQ(list->inputs.size(), 2U);
  EXPECT_EQ(unread(list->skipped),
            (Names{"sub/closed: cannot list the folder: Permission denied"}));
  ASSERT_FALSE(named);
  EXPECT_EQ(named.error().place().path, in("sub/closed"));
}

TEST_F(Inputs, ExpandGlobs) {
  make({"2024-01.jsonl", "2024-02.jsonl", "2023-12.jsonl", "x/2024-03.jsonl"});
  EXPECT_EQ(names({in("2024-*.jsonl")}), (Names{"2024-01.jsonl", "2024-02.jsonl"}));
  EXPECT_EQ(names({in("*/2024-0[3-5].jsonl")}), (Names{"2024-03.jsonl"}));
  EXPECT_EQ(failure({in("2025-*")}), Code::usage);
}

TEST_F(Inputs, WithMagicInTheirNamesAreFiles) {
  make({"[a]*.jsonl", "a.jsonl"});
  EXPECT_EQ(names({in("[a]*.jsonl")}), (Names{"[a]*.jsonl"}));
}

TEST_F(Inputs, AreReadFromAList) {
  make({"a.jsonl", "b.jsonl", "c d.jsonl"});
  test::spit(dir_ / "list", in("b.jsonl") + "\r\n\n" + in("c d.jsonl") + "  \n" + in("a.jsonl"));
  EXPECT_EQ(names({}, dir_ / "list"), (Names{"a.jsonl", "b.jsonl", "c d.jsonl"}));
  EXPECT_EQ(names({in("a.jsonl")}, dir_ / "list").size(), 3U);
  EXPECT_EQ(failure({}, dir_ / "no list"), Code::usage);
  test::spit(dir_ / "bad", in("a.jsonl") + "\n" + in("none.jsonl") + "\n");
  EXPECT_EQ(failure({}, dir_ / "bad"), Code::usage);
}

TEST_F(Inputs, MissingOnesAreNamed) {
  const auto list = find({in("none.jsonl")});
  ASSERT_FALSE(list);
  EXPECT_EQ(list.error().code(), Code::usage);
  EXPECT_EQ(list.error().place().path, in("none.jsonl"));
  EXPECT_EQ(failure({}), Code::usage);
  fs::create_directories(in("empty"));
  EXPECT_EQ(failure({in("empty")}), Code::usage);
}

// Puts a file in stdin's place.
class FromStdin {
 public:
  explicit FromStdin(const std::string& path) : saved_(::dup(STDIN_FILENO)) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    EXPECT_GE(::dup2(fd, STDIN_FILENO), 0);
    ::close(fd);
  }
  ~FromStdin() {
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }
  FromStdin(const FromStdin&) = delete;
  FromStdin& operator=(const FromStdin&) = delete;

 private:
  int saved_;
};

TEST_F(Inputs, StdinComesLast) {
  make({"z.jsonl"});
  const std::string content(3'000'000, 'x');
  test::spit(dir_ / "piped", content);
  const FromStdin piped(dir_ / "piped");
  const auto list = find({"-", in("z.jsonl")});
  ASSERT_TRUE(list) << list.error().text();
  ASSERT_EQ(list->inputs.size(), 2U);
  EXPECT_EQ(list->inputs[0].name, "z.jsonl");
  EXPECT_EQ(list->inputs[1].name, "-");
  EXPECT_TRUE(test::slurp(list->inputs[1].path) == content);

  Plan plan;
  plan.inputs = {"-"};
  plan.out = dir_ / "out";
  const auto refused = find_inputs(plan, "");
  ASSERT_FALSE(refused) << "nowhere to spool it to";
  EXPECT_EQ(refused.error().code(), Code::usage);
}

Input probed(const std::string& path) {
  Input input;
  input.path = path;
  const Status s = probe_input(input);
  EXPECT_TRUE(s) << s.error().text();
  return input;
}

TEST_F(Inputs, AreProbed) {
  std::string text;
  while (text.size() < 1 << 20) text += std::to_string(text.size()) + " lines of a dump\n";
  test::spit(dir_ / "a.gz", text);  // names lie
  const Input a = probed(dir_ / "a.gz");
  EXPECT_EQ(a.bytes, text.size());
  EXPECT_EQ(a.codec, io::Codec::plain);
  test::spit(dir_ / "copy", text);
  EXPECT_EQ(probed(dir_ / "copy").hash, a.hash);
  for (const std::size_t at : {std::size_t{0}, std::size_t{4000}, text.size() - 1}) {
    std::string changed = text;
    changed[at] = '#';
    test::spit(dir_ / "changed", changed);
    EXPECT_NE(probed(dir_ / "changed").hash, a.hash) << at;
  }
  test::spit(dir_ / "longer", text + "x");
  EXPECT_NE(probed(dir_ / "longer").hash, a.hash);
  ASSERT_EQ(test::run_shell("printf x | zstd -q >z", dir_.path()).exit, 0);
  EXPECT_EQ(probed(dir_ / "z").codec, io::Codec::zst);
  test::spit(dir_ / "empty", "");
  EXPECT_EQ(probed(dir_ / "empty").bytes, 0U);
}

TEST_F(Inputs, ThatCannotBeOpenedAreAnError) {
  Input input;
  input.path = dir_ / "none";
  const Status s = probe_input(input);
  ASSERT_FALSE(s);
  EXPECT_EQ(s.error().code(), Code::input);
  EXPECT_EQ(s.error().place().path, input.path);
}

TEST(LeftOut, GoesByTheName) {
  for (const char* name : {".x", "_SUCCESS", "part-0.crc", "x.tmp", ".part.crc"})
    EXPECT_TRUE(is_left_out(name)) << name;
  for (const char* name : {"x", "_SUCCESS2", "crc", "tmp", "x.tmp.zst", "a.crc.gz", "_x"})
    EXPECT_FALSE(is_left_out(name)) << name;
}

}  // namespace
}  // namespace pressmill::pipeline
