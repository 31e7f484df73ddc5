// SPDX-License-Identifier: Apache-2.0
//
// Dates in the paths of urls, and numbers there that are none.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "doc/day.h"

namespace pressmill::doc {
namespace {

struct Case {
  std::string_view text;
  std::string_view day;
};

// The day as text, so that failures can be read.
std::string parsed_url(std::string_view url) {
  const auto days = date_in_url(url);
  return days ? format_day(*days) : std::string();
}

TEST(DateInUrl, Found) {
  for (const Case& c : std::vector<Case>{
           {"http://www.cnn.com/2018/06/18/politics/x/index.html", "2018-06-18"},
           {"https://www.theguardian.com/us-news/2018/jun/18/slug", "2018-06-18"},
           {"https://www.washingtontimes.com/news/2019/May/16/joe", "2019-05-16"},
           {"https://x.com/2018-06-18/", "2018-06-18"},
           {"https://x.com/2018-06-18-slug", "2018-06-18"},
           {"https://x.com/slug-2018-06-18.html", "2018-06-18"},
           {"https://x.com/2018_06_18_slug", "2018-06-18"},
           {"https://x.com/20180618/", "2018-06-18"},
           {"https://x.com/20180618", "2018-06-18"},
           {"https://x.com/2018/06/18-slug", "2018-06-18"},
           {"https://x.com/2018/06/18", "2018-06-18"},
           {"https://x.com/2018/06/18.html", "2018-06-18"},
           {"https://x.com/slug-20180618.html", "2018-06-18"},
           {"https://x.com/la-na-trump-20180618-story.html", "2018-06-18"},
           {"https://x.com/2018/0618/c1-123.html", "2018-06-18"},
           {"http://x.com/2016/7/28/12281222/slug", "2016-07-28"},
           {"http://x.com/politics/2018-06/18/c_123.htm", "2018-06-18"},
           {"http://x.com/estilo/201506/26/slug", "2015-06-26"},
           {"http://x.com/zhengce/201806/t20180618_123.html", "2018-06-18"},
           {"http://x.com/abci-slug-201806261351_noticia.html", "2018-06-26"},
           {"http://x.com/slug-20150626132305.html", "2015-06-26"},
           {"http://x.com/noticias/2015/08/150807_slug_lb", "2015-08-07"},
           {"https://web.archive.org/web/20200207092603/https://x.com/2020/02/06/y", "2020-02-06"},
           {"https://x.com/1851/09/18/archives/x.html", "1851-09-18"},
           {"www.x.com/2018/06/18/x", "2018-06-18"},
           {"//x.com/2018/06/18/x?y=2017/01/01/", "2018-06-18"},
           {"/2018/06/18/x", "2018-06-18"},
           {"http://x.com/2018/13/45/2018/06/18/", "2018-06-18"},
           {"http://x.com/2018/06/18/2001-09-11/", "2018-06-18"},
       })
    EXPECT_EQ(parsed_url(c.text), c.day) << c.text;
}

TEST(DateInUrl, NotFound) {
  for (const std::string_view url : {"",
                                     "/",
                                     "https://x.com",
                                     "https://x.com/2018/06/",
                                     "https://x.com/2018/06/slug-18.html",
                                     "https://x.com/2017/january/new-gop",
                                     "https://x.com/2018/06/12345-slug",
                                     "https://x.com/2018/06/8-things",
                                     "https://x.com/2018/06/18th-street",
                                     "https://x.com/a?date=2018/06/18/",
                                     "https://x.com/#/2018/06/18/",
                                     "https://2018/06/18/x",
                                     "https://20180618.example.com/x",
                                     "https://x.com/2018/13/18/",
                                     "https://x.com/2018/02/30/",
                                     "https://www.bbc.co.uk/news/world-europe-20121014",
                                     "https://x.com/slug-20151015/",
                                     "https://x.com/12345678/",
                                     "https://x.com/19600475/",
                                     "https://x.com/21001231/",
                                     "https://x.com/a20180618/",
                                     "https://x.com/20180618a/",
                                     "https://x.com/%20180618/",
                                     "https://x.com/201806180/",
                                     "https://x.com/2020032059761/slug",
                                     "https://x.com/201906201075975805-slug",
                                     "https://x.com/slug-201806262551_noticia.html",
                                     "https://x.com/noticias/2015/08/150907_slug",
                                     "https://x.com/2018/0618",
                                     "https://x.com/remembering-2001-09-11-attacks",
                                     "https://x.com/1502965593_437389.html",
                                     "https://web.archive.org/web/20200207092603/www.x.com/y"}) {
    EXPECT_EQ(parsed_url(url), "") << url;
  }
}

}  // namespace
}  // namespace pressmill::doc
