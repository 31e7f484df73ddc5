// SPDX-License-Identifier: Apache-2.0
//
// Sites of urls and outlets as dumps have them, aliases, and the bound on the cache.

#include "doc/site.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "doc/host.h"
#include "tests/support/test_support.h"

namespace pressmill::doc {
namespace {

struct Case {
  std::string_view url;
  std::string_view site;
};

void expect_sites(const std::vector<Case>& cases) {
  SiteResolver resolver;
  for (int round = 0; round < 2; ++round) {  // cold, then from the cache
    for (const Case& c : cases) EXPECT_EQ(resolver.site(c.url, "Outlet"), c.site) << c.url;
  }
}

TEST(Site, RegistrableDomainOfTheHost) {
  expect_sites({
      {"https://www.bbc.co.uk/news/world", "bbc.co.uk"},
      {"http://news.bbc.co.uk", "bbc.co.uk"},
      {"www.bbc.co.uk/news", "bbc.co.uk"},
      {"bbc.co.uk", "bbc.co.uk"},
      {"//www.bbc.co.uk/news", "bbc.co.uk"},
      {"  HTTPS://WWW.BBC.CO.UK/News \n", "bbc.co.uk"},
      {"https://user:secret@www.bbc.co.uk:8443/", "bbc.co.uk"},
      {"https://www.bbc.co.uk:/", "bbc.co.uk"},
      {"https://www.bbc.co.uk./news", "bbc.co.uk"},
      {"https://www.bbc.co.uk?x=http://y.com/", "bbc.co.uk"},
      {"https://www.bbc.co.uk#top", "bbc.co.uk"},
      {"https://www.bbc.co.uk/%D8%A7/@user:1", "bbc.co.uk"},
      {"feed+https://www.bbc.co.uk/rss", "bbc.co.uk"},
      {"https://foo_bar.blogspot.com/2018", "foo_bar.blogspot.com"},
      {"https://someone.github.io/", "someone.github.io"},
      {"https://web.archive.org/web/2018/http://www.cnn.com/", "archive.org"},
      {"https://a.b.no-such-ending/", "b.no-such-ending"},
      {"http://localhost:8080/x", "localhost"},
  });
}

TEST(Site, APublicSuffixIsASiteAsItIs) {
  expect_sites({{"http://co.uk/", "co.uk"},
                {"http://github.io/x", "github.io"},
                {"http://com/", "com"},
                {"http://www.ck/", "www.ck"}});  // the list's exception to *.ck
}

TEST(Site, Addresses) {
  expect_sites({{"http://192.168.1.10:80/x", "192.168.1.10"},
                {"http://192.168.1.10./x", "192.168.1.10"},
                {"http://[2001:DB8:0:0::1]:80/x", "[2001:db8::1]"},
                {"http://[::ffff:10.0.0.1]/x", "[::ffff:10.0.0.1]"},
                {"http://999.1.1.1/", "Outlet"},
                {"http://1.2.3/", "Outlet"},
                {"http://[2001:db8::1/", "Outlet"},
                {"http://[zz]/", "Outlet"}});
}

TEST(Site, InternationalNamesHaveOneForm) {
  expect_sites({{"http://www.bücher.de/", "bücher.de"},
                {"http://www.BÜCHER.de/", "bücher.de"},
                {"http://www.xn--bcher-kva.de/", "bücher.de"},
                {"http://WWW.XN--BCHER-KVA.DE/", "bücher.de"},
                {"http://www.пример.рф/", "пример.рф"},
                {"http://www.xn--e1afmkfd.xn--p1ai/", "пример.рф"},
                {"http://www.食狮.公司.cn/", "食狮.公司.cn"},
                {"http://www.xn--85x722f.xn--55qx5d.cn/", "食狮.公司.cn"},
                {"http://xn--mgbh0fb.com/", "مثال.com"},
                {"http://xn--hxajbheg2az3al.com/", "παράδειγμα.com"},
                {"http://xn--ls8h.la/", "💩.la"}});
}

// Names from the samples of RFC 3492, section 7.1.
TEST(Host, PunycodeSamples) {
  for (const Case& c : std::vector<Case>{
           {"xn--ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"},
           {"xn--4dbcagdahymbxekheh6e0a7fei0b", "למההםפשוטלאמדבריםעברית"},
           {"xn--n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa", "なぜみんな日本語を話してくれないのか"},
           {"xn--b1abfaaepdrnnbgefbadotcwatmq2g4l", "почемужеонинеговорятпорусски"},
           {"xn--3b-ww4c5e180e575a65lsy2b", "3年b組金八先生"},
           {"xn--2-u9tlzr9756bt3uc0v", "ひとつ屋根の下2"}}) {
    EXPECT_EQ(canonical_host(c.url), c.site);
  }
}

TEST(Host, WhatCannotBeDecodedStaysAsItIs) {
  for (const std::string_view host :
       {"xn--.com", "xn--a.com", "xn--zz--9.com", "xn--99999999999.com"})
    EXPECT_EQ(canonical_host(host), host);
}

TEST(Host, CanonicalIsAFixedPoint) {
  for (const std::string_view host :
       {"www.BBC.co.uk.", "xn--bcher-kva.de", "BÜCHER.de", "[::1]", "10.0.0.1", "𝐀𝐁.com", "ǅ.com",
        "xn--0ca.com", "faß.de", "xn--fa-hia.de", "σας.gr", "ΣΑΣ.gr"}) {
    const std::string once = canonical_host(host);
    EXPECT_NE(once, "") << host;
    EXPECT_EQ(canonical_host(once), once) << host;
  }
}

TEST(Site, WithoutAHostTheOutletCounts) {
  const std::string long_host = std::string(300, 'a') + ".com";
  const std::string long_label = "http://" + std::string(64, 'a') + ".com/";
  expect_sites({{"", "Outlet"},
                {"news/article.html", "Outlet"},
                {"article.html", "Outlet"},
                {"/news/article", "Outlet"},
                {"http:///x", "Outlet"},
                {"http:/www.bbc.co.uk/x", "Outlet"},
                {"file:///srv/www.bbc.co.uk/x", "Outlet"},
                {"mailto:desk@bbc.co.uk", "Outlet"},
                {"urn:uuid:123", "Outlet"},
                {"javascript:alert(1)", "Outlet"},
                {"http://a b.com/", "Outlet"},
                {"http://a<b.com/", "Outlet"},
                {"http://a%20b.com/", "Outlet"},
                {"http://www..com/", "Outlet"},
                {"http://.com/", "Outlet"},
                {"http://www.bbc.co.uk:port/", "Outlet"},
                {"http://bad\xff.com/", "Outlet"},
                {"http://℀.com/", "Outlet"},
                {"http://non\u00A0breaking.com/", "Outlet"},
                {"Perma | a title, not a url", "Outlet"},
                {long_host, "Outlet"},
                {long_label, "Outlet"}});
}

TEST(Site, OutletsKeepTheirLetters) {
  SiteResolver resolver;
  EXPECT_EQ(resolver.site("", "The Hill"), "The Hill");
  EXPECT_EQ(resolver.site("", " \tThe \n Hill\u00A0"), "The Hill");
  EXPECT_EQ(resolver.site("", "新华社"), "新华社");
  EXPECT_EQ(resolver.site("", "El país"), "El país");
  EXPECT_EQ(resolver.site("", "U.S.News"), "U.S.News");
  EXPECT_EQ(resolver.site("", "St. Louis Post"), "St. Louis Post");
  EXPECT_EQ(resolver.site("", ""), "-");
  EXPECT_EQ(resolver.site("", " \t\u3000"), "-");
}

TEST(Site, AnOutletWrittenLikeAHostIsOne) {
  SiteResolver resolver;
  EXPECT_EQ(resolver.site("", "www.cnn.com"), "cnn.com");
  EXPECT_EQ(resolver.site("", "cnn.com"), "cnn.com");
  EXPECT_EQ(resolver.site("", "https://edition.cnn.com/"), "cnn.com");
  EXPECT_EQ(resolver.site("", "article.html"), "article.html");
}

TEST(Site, ALongOutletIsCutBetweenLetters) {
  SiteResolver resolver;
  std::string outlet;
  for (int i = 0; i < 500; ++i) outlet += "é";
  const std::string site(resolver.site("", outlet));
  EXPECT_LE(site.size(), 200u);
  EXPECT_GE(site.size(), 190u);
  EXPECT_EQ(site, outlet.substr(0, site.size()));
  EXPECT_EQ(site.size() % 2, 0u);
}

TEST(Site, TheCacheIsBoundedAndChangesNoAnswer) {
  SiteResolver resolver;
  const std::size_t hosts = SiteResolver::kCachedHosts * 2 + 7;
  for (std::size_t i = 0; i < hosts; ++i) {
    const std::string name = "site" + std::to_string(i) + ".com";
    ASSERT_EQ(resolver.site("http://www." + name + "/x", ""), name);
    if (i % 1000 != 0) continue;
    ASSERT_EQ(resolver.site("http://www.site0.com/", ""), "site0.com");
  }
}

class AliasFile : public ::testing::Test {
 protected:
  Result<Aliases> load(std::string_view text) {
    test::spit(path_, text);
    return Aliases::load(path_);
  }
  std::string error(std::string_view text) {
    const auto aliases = load(text);
    if (aliases) return "no error";
    EXPECT_EQ(aliases.error().code(), Code::usage);
    std::string what = aliases.error().text();
    EXPECT_EQ(what.substr(0, path_.size()), path_) << what;
    return what.substr(path_.size());
  }

  test::ScratchDir scratch_;
  std::string path_ = scratch_ / "aliases.tsv";
};

TEST_F(AliasFile, RenamesSitesAfterResolution) {
  const auto aliases = load(
      "\xEF\xBB\xBF# our sites\r\n"
      "\r\n"
      "bbc.com\tbbc.co.uk\r\n"
      "  # indented\n"
      "The Hill\t thehill.com \n"
      "cnn.com\tcnn.com\n"
      "-\tunknown");
  ASSERT_TRUE(aliases) << aliases.error().text();
  EXPECT_EQ((*aliases).size(), 4u);
  SiteResolver resolver(&*aliases);
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(resolver.site("https://www.bbc.com/news", ""), "bbc.co.uk");
    EXPECT_EQ(resolver.site("https://www.bbc.co.uk/news", ""), "bbc.co.uk");
    EXPECT_EQ(resolver.site("https://cnn.com/news", ""), "cnn.com");
    EXPECT_EQ(resolver.site("https://example.com/news", ""), "example.com");
    EXPECT_EQ(resolver.site("", " The  Hill "), "thehill.com");
    EXPECT_EQ(resolver.site("", "www.bbc.com"), "bbc.co.uk");
    EXPECT_EQ(resolver.site("", ""), "unknown");
  }
}

TEST_F(AliasFile, AnEmptyFileHasNoAliases) {
  for (const std::string_view text : {"", "\n\n", "# nothing\n"}) {
    const auto aliases = load(text);
    ASSERT_TRUE(aliases);
    EXPECT_EQ((*aliases).size(), 0u);
  }
}

TEST_F(AliasFile, ErrorsNameTheLine) {
  EXPECT_EQ(error("a.com\tb.com\nc.com d.com\n"),
            ":2: no tab in this alias; write the name, a tab, and the name to use instead");
  EXPECT_EQ(error("#\n\n\tb.com\n"), ":3: an alias needs a name on both sides of the tab");
  EXPECT_EQ(error("a.com\t \n"), ":1: an alias needs a name on both sides of the tab");
  EXPECT_EQ(error("a.com\tb.com\na.com\tc.com\n"),
            ":2: \"a.com\" already has an alias in line 1; remove one of them");
  EXPECT_EQ(error("a.com\tb.com\nc.com\td.com\nb.com\te.com\nd.com\tf.com\n"),
            ":1: \"b.com\" is itself renamed to \"e.com\" in line 3; name the last one here");
  EXPECT_EQ(error("a.com\tb.com\nb.com\ta.com\n"),
            ":1: \"b.com\" is itself renamed to \"a.com\" in line 2; name the last one here");
  EXPECT_NE(error("a.com\tb.com\tc.com\n").find(":1: \"b.com c.com\" can be no site"),
            std::string::npos);
  EXPECT_NE(error("a.com\tb\xff.com\n").find(":1: \"b .com\" can be no site"), std::string::npos);
}

TEST(Aliases, AMissingFileIsAnErrorWithItsName) {
  const auto aliases = Aliases::load("/no/such/aliases.tsv");
  ASSERT_FALSE(aliases);
  EXPECT_EQ(aliases.error().text(), "/no/such/aliases.tsv: cannot read the file of site aliases");
}

TEST(Site, TheVersionNamesLibraryAndList) {
  const std::string version = psl_version();
  const std::size_t list = version.find(", list ");
  ASSERT_NE(list, std::string::npos) << version;
  EXPECT_GT(list, 0u);
  EXPECT_GT(version.size(), list + 10);
}

}  // namespace
}  // namespace pressmill::doc
