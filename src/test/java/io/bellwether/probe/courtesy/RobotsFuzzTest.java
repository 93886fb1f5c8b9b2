package io.bellwether.probe.courtesy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Any file can be read and asked about any path, in little time. */
@Tag("fuzz")
class RobotsFuzzTest {

    private static final List<String> FILES = List.of(
            "User-agent: *\nDisallow: /private/\nAllow: /private/*.html$\nSitemap: https://a.example/s.xml\n",
            "user-agent: Bellwether/1.0\r\nUser-Agent: other\r\nCrawl-delay: 10\r\nDisallow: /*?*=a*b*c$ # why\r\n",
            "\ufeffUser-agent: bellwether\rAllow: /%7Ea%2fb%zz\rDisallow: /\u00e4\u20ac*\rDisallow:\r",
            "User-agent: *\nDisallow: /*a*a*a*a*a*a*a*b\nDisallow: /$\nAllow: *\nAllow: **$$\n",
            "# nothing\n:\nDisallow: /\n\nUser-agent: *\nuser-agent: bellwether\nDISALLOW : /p?q=%");

    private static final String LONG = "/private/" + "a".repeat(200) + "/%7Ea/\u00e4?x=a&b=c";

    @Test
    void files() {
        List<byte[]> examples = FILES.stream()
                .map(file -> file.getBytes(StandardCharsets.UTF_8))
                .toList();
        Fuzz.bytes(5_001, examples, bytes -> {
            Robots robots = Robots.parse(bytes);
            robots.allows(LONG);
            assertThat(robots.allows("/robots.txt")).isTrue();
        });
    }

    @Test
    void paths() {
        Robots robots = Robots.parse(
                Stream.of(FILES.get(0), FILES.get(2)).reduce("", String::concat).getBytes(StandardCharsets.UTF_8));
        Robots hostile = Robots.parse(FILES.get(3).getBytes(StandardCharsets.UTF_8));
        List<String> examples = List.of(LONG, "/a/b/c?d=e#f", "/%41%c3%a4%zz%", "/a*b$c", "aaaaaaaaaaaaaaaaaaaaaaac");
        Fuzz.text(5_002, examples, path -> {
            robots.allows(path);
            hostile.allows(path);
            PathPattern.of(path).matches(PathPattern.normal(path));
        });
    }
}
