// SPDX-License-Identifier: Apache-2.0
//
// Every case in cases/, at one thread and at many: the same answers, and the expected ones.

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/golden/golden_case.h"

namespace pressmill::test {

namespace {

void expect_equal(const Tree& wanted, const Tree& got, const std::string& what) {
  for (const auto& [name, text] : wanted) {
    const auto found = got.find(name);
    if (found == got.end())
      ADD_FAILURE() << what << ": " << name << " is missing";
    else
      EXPECT_EQ(text, found->second) << what << ": " << name;
  }
  for (const auto& [name, text] : got)
    EXPECT_TRUE(wanted.contains(name)) << what << ": " << name << " is unexpected:\n" << text;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, IsTheSameForOneAndForManyThreads) {
  const std::filesystem::path folder = cases_dir() / GetParam();
  const CaseRun one = run_case(folder, "1");
  const CaseRun many = run_case(folder, "8");
  expect_equal(one.bytes, many.bytes, "8 threads against 1");
  expect_equal(one.expected, many.expected, "8 threads against 1");
  if (std::getenv("PRESSMILL_UPDATE_GOLDEN") != nullptr) write_expected(folder, one.expected);
  expect_equal(read_expected(folder), one.expected, "1 thread against what is expected");
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(case_names()),
                         [](const auto& tested) { return tested.param; });

}  // namespace

}  // namespace pressmill::test
