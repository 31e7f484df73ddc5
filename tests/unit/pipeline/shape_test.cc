// SPDX-License-Identifier: Apache-2.0
//
// What people hand to the mill, and what it tells them.

#include "pipeline/shape.h"

#include <gtest/gtest.h>

#include <string>

namespace pressmill::pipeline {
namespace {

struct Case {
  std::string head;
  Shape shape;
  bool whole = true;
};

std::string tar_head() {
  std::string head(512, '\0');
  head.replace(0, 8, "articles");
  head.replace(257, 5, "ustar");
  return head;
}

TEST(Shape, IsToldFromTheFirstBytes) {
  const std::string line = "{\"text\":\"a\"}\n";
  const Case cases[] = {
      {line, Shape::jsonl},
      {"\n\r\n " + line, Shape::jsonl},
      {"\xEF\xBB\xBF" + line, Shape::jsonl},
      {"{\"text\":\"a, b, and c", Shape::jsonl, false},
      {"{\"text\":\"a\",\nbroken\n", Shape::jsonl},
      {"{\"text\":1,2\n" + line, Shape::jsonl},
      {"{}\n{}\n", Shape::jsonl},
      {"not JSON, at first\n" + line, Shape::jsonl},
      {"no separators here\n", Shape::other},
      {"", Shape::empty},
      {" \r\n\t\n", Shape::empty},
      {"\xEF\xBB\xBF", Shape::empty},
      {"[{\"text\":\"a\"},\n", Shape::json_array, false},
      {"[\n  {\n", Shape::json_array},
      {"\xEF\xBB\xBF\n[]", Shape::json_array},
      {"{\n  \"text\": \"a\"\n}\n", Shape::pretty_json},
      {"{\r\n", Shape::pretty_json, false},
      {"\n\n{\n\"text\":1}", Shape::pretty_json},
      {"{\"id\": 1,\n \"text\": \"a\"}\n", Shape::pretty_json},
      {"\n{\"id\": 1,\n \"text\": \"a\"}\n", Shape::pretty_json},
      {"id,title,text\n1,a,b\n", Shape::csv},
      {"id\ttitle\ttext\n", Shape::csv},
      {"id;text\n", Shape::csv},
      {"PAR1\x15\x04", Shape::parquet},
      {"WARC/1.0\r\nWARC-Type: warcinfo\r\n", Shape::warc},
      {"PK\x03\x04zip", Shape::zip},
      {"PK\x05\x06", Shape::zip},
      {tar_head(), Shape::tar},
      {std::string("\x7f"
                   "ELF\x02\x01\x01\0\0\0",
                   10),
       Shape::other},
      {std::string("\0\0\0\0", 4), Shape::other},
  };
  for (const Case& c : cases)
    EXPECT_EQ(static_cast<int>(detect_shape(c.head, c.whole)), static_cast<int>(c.shape)) << c.head;
}

TEST(Shape, AdviceNamesACommandAndTheFile) {
  struct Advice {
    Shape shape;
    const char* command;
  };
  for (const Advice& a : {Advice{Shape::json_array, "jq -c '.[]'"},
                          Advice{Shape::pretty_json, "jq -c ."}, Advice{Shape::csv, "duckdb"},
                          Advice{Shape::parquet, "duckdb"}, Advice{Shape::warc, "trafilatura"},
                          Advice{Shape::tar, "tar -xf"}, Advice{Shape::zip, "unzip"}}) {
    const std::string advice = shape_advice(a.shape, "dump/x.dat");
    EXPECT_NE(advice.find(a.command), std::string::npos) << advice;
    EXPECT_NE(advice.find("dump/x.dat"), std::string::npos) << advice;
  }
  EXPECT_NE(shape_advice(Shape::other, "x"), "");
  EXPECT_EQ(shape_advice(Shape::jsonl, "x"), "");
  EXPECT_EQ(shape_advice(Shape::empty, "x"), "");
}

}  // namespace
}  // namespace pressmill::pipeline
