package io.bellwether.probe.courtesy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.platform.egress.Wire;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTest {

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Disallow: /p                                     | /page       | false
            Allow: /p~Disallow: /                            | /page       | true
            Disallow: /~Allow: /p                            | /page       | true
            Allow: /folder~Disallow: /folder                 | /folder/x   | true
            Allow: /page~Disallow: /*.htm                    | /page.htm   | false
            Allow: /page~Disallow: /*.ph                     | /page.php5  | true
            Allow: /$~Disallow: /                            | /           | true
            Allow: /$~Disallow: /                            | /page.htm   | false
            Disallow:                                        | /page       | true
            Disallow: /~Allow:                               | /page       | false
            Disallow: /                                      | /robots.txt | true
            Disallow: /q?a=1                                 | /q?a=1&b=2  | false
            Disallow: /q?a=1                                 | /q          | true
            disALLOW : /p # why                              | /page       | false
            # Disallow: /p                                   | /page       | true
            Disallow /p                                      | /page       | true
            Sitemap: https://a.example/s.xml~Disallow: /p    | /page       | false
            Crawl-delay: 10~Disallow: /p                     | /page       | false
            """)
    void theLongestRuleDecides(String rules, String path, boolean allowed) {
        assertThat(robots("User-agent: *\n" + rules.replace('~', '\n')).allows(path))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-agent: *\nAllow: /\nUser-agent: Bellwether\nDisallow: /p",
                "User-agent: BELLWETHER\nDisallow: /p\nUser-agent: *\nAllow: /",
                "User-agent: bellwether/0.1 (something)\nDisallow: /p",
                "User-agent: other\nUser-agent: bellwether\nDisallow: /p",
                "User-agent: bellwether\nSitemap: /s\nUser-agent: other\nDisallow: /p",
                "User-agent: bellwether\nDisallow: /x\n\nUser-agent: other\nAllow: /\n\nUser-agent: bellwether\nDisallow: /p",
                "User-agent: bellwether\r\nDisallow: /p\r\n",
                "User-agent: bellwether\rDisallow: /p",
                "\ufeffUser-agent: bellwether\nDisallow: /p",
                "nonsense\n: \nUser-agent:bellwether\n\n\nDisallow:/p",
            })
    void theGroupsThatNameUsCountTogether(String file) {
        assertThat(robots(file).allows("/page")).isFalse();
        assertThat(robots(file).allows("/other")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!doctype html><title>Not found</title>",
                "Disallow: /",
                "User-agent: bell\nDisallow: /",
                "User-agent: bellwetherbot\nDisallow: /",
                "User-agent: *\nDisallow: /\nUser-agent: bellwether\nDisallow:",
                "User-agent: *\nDisallow: /\nUser-agent: bellwether\nAllow: /page",
                "User-agent: bellwether\nUser-agent: other\n\nAllow: /\nUser-agent: third\nDisallow: /",
            })
    void whatIsNotForUsDoesNotCount(String file) {
        assertThat(robots(file).allows("/page")).isTrue();
    }

    @Test
    void ourRequestsBearTheNameThatAFileCanName() {
        assertThat(Wire.USER_AGENT.toLowerCase(Locale.ROOT)).startsWith(Robots.PRODUCT + "/");
    }

    @Test
    void whatIsBeyondHalfAMegabyteIsNotRead() {
        String filler = ("#" + "x".repeat(99) + "\n").repeat(Robots.MOST_BYTES / 101);

        assertThat(robots("User-agent: *\n" + filler + filler + "Disallow: /p").allows("/page"))
                .isTrue();
        assertThat(robots("User-agent: *\nDisallow: /p\n" + filler).allows("/page"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Disallow: /*a\n",
                "Disallow: *b\n",
                "Disallow: /*a*a*a*a*a*a*a*a*a*a*a*b\n",
                "Disallow: /*aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\n",
                "Disallow: /%61%61%61*%61%61%61%62\n",
                "User-agent: *\n",
                "\n",
            })
    void aHostileFileTakesLittleTime(String line) {
        byte[] file =
                ("User-agent: *\n" + line.repeat(Robots.MOST_BYTES / line.length())).getBytes(StandardCharsets.UTF_8);
        String path = "/" + "a".repeat(2_000);
        judge(file, path);
        judge(file, path);

        assertThat(judge(file, path)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void anyBytesAreReadWithoutAFailure() {
        Random random = new Random(500);
        String[] words = {"User-agent", ":", "*", "bellwether", "\n", "\r", "Disallow", "Allow", "/", "%", "$", "#", "é"
        };
        for (int round = 0; round < 20_000; round++) {
            StringBuilder file = new StringBuilder();
            for (int word = random.nextInt(30); word > 0; word--) {
                file.append(words[random.nextInt(words.length)]);
            }
            byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            assertThat(Robots.parse(bytes).allows("/robots.txt")).isTrue();
        }
    }

    private static Duration judge(byte[] file, String path) {
        var thread = ManagementFactory.getThreadMXBean();
        long begin = thread.getCurrentThreadCpuTime();
        assertThat(Robots.parse(file).rules()).hasSizeLessThanOrEqualTo(5_000);
        Robots.parse(file).allows(path);
        return Duration.ofNanos(thread.getCurrentThreadCpuTime() - begin);
    }

    private static Robots robots(String file) {
        return Robots.parse(file.getBytes(StandardCharsets.UTF_8));
    }
}
