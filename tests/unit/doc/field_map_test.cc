// SPDX-License-Identifier: Apache-2.0
//
// Names that are known by themselves, names that users add, and what is no such name.

#include "doc/field_map.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pressmill::doc {
namespace {

using Names = std::vector<std::string>;

TEST(FieldMap, KnowsTheUsualNamesInOrder) {  // documented; a change changes answers
  const auto map = FieldMap::make();
  ASSERT_TRUE(map);
  EXPECT_EQ(map->names(Role::text), (Names{"text", "content", "body", "maintext", "article",
                                           "article_text", "raw_content", "content_original"}));
  EXPECT_EQ(map->names(Role::id), (Names{"id", "_id", "doc_id", "uuid", "digest", "url"}));
  EXPECT_EQ(map->names(Role::title), (Names{"title", "headline"}));
  EXPECT_EQ(map->names(Role::url), (Names{"url", "link", "source_url", "canonical_link",
                                          "metadata.url", "metadata.WARC-Target-URI"}));
  EXPECT_EQ(map->names(Role::date),
            (Names{"date", "published", "date_publish", "publish_date", "pub_date", "timestamp",
                   "metadata.timestamp", "metadata.date"}));
  EXPECT_EQ(map->names(Role::outlet),
            (Names{"outlet", "source_domain", "site", "site_name", "publisher", "thread.site"}));
}

TEST(FieldMap, UserNamesReplaceTheKnownOnes) {
  const auto map = FieldMap::make("text=body,date=meta.when");
  ASSERT_TRUE(map);
  EXPECT_EQ(map->names(Role::text), (Names{"body"}));
  EXPECT_EQ(map->names(Role::date), (Names{"meta.when"}));
  EXPECT_EQ(map->names(Role::title), (Names{"title", "headline"}));
  EXPECT_EQ(map->root().child("content"), nullptr);
}

TEST(FieldMap, DottedNamesArePathsAndKeys) {
  const auto map = FieldMap::make("url=a.b.c");
  ASSERT_TRUE(map);
  const FieldMap::Node* literal = map->root().child("a.b.c");
  ASSERT_NE(literal, nullptr);
  ASSERT_EQ(literal->uses.size(), 1U);
  const FieldMap::Node* a = map->root().child("a");
  ASSERT_NE(a, nullptr);
  const FieldMap::Node* b = a->child("b");
  ASSERT_NE(b, nullptr);
  const FieldMap::Node* c = b->child("c");
  ASSERT_NE(c, nullptr);
  ASSERT_EQ(c->uses.size(), 1U);
  EXPECT_EQ(c->uses[0].role, Role::url);
  EXPECT_EQ(c->uses[0].rank, 0U);
}

TEST(FieldMap, OneNameMayPlaySeveralRoles) {
  const auto map = FieldMap::make();
  ASSERT_TRUE(map);
  EXPECT_EQ(map->root().child("url")->uses.size(), 2U);  // id and url
}

TEST(FieldMap, SaysWhatIsNoField) {
  for (const char* bad : {"text", "=body", "text=", "story=body", "Text=body", "text=a,,id=b",
                          ",text=a", "text:body", "text=body, id=key"}) {
    const auto map = FieldMap::make(bad);
    ASSERT_FALSE(map) << bad;
    EXPECT_EQ(map.error().code(), Code::usage);
    EXPECT_NE(map.error().text().find("--fields"), std::string::npos);
    EXPECT_NE(map.error().text().find("ROLE=NAME"), std::string::npos);
  }
}

TEST(FieldMap, RolesHaveNames) {
  EXPECT_EQ(role_name(Role::text), "text");
  EXPECT_EQ(role_name(Role::lang), "lang");
}

}  // namespace
}  // namespace pressmill::doc
