package io.bellwether.probe.courtesy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /            | /                  | true
            /            | /anything?a=b      | true
            /fish        | /fish              | true
            /fish        | /fish/salmon.html  | true
            /fish        | /fishheads         | true
            /fish        | /Fish.asp          | false
            /fish        | /catfish           | false
            /fish/       | /fish              | false
            /*.php       | /a/index.php?x=1   | true
            /*.php       | /                  | false
            /*.php$      | /index.php         | true
            /*.php$      | /index.php?x=1     | false
            /*.php$      | /index.php5        | false
            /fish*.php   | /fishheads/c.php   | true
            /fish*.php   | /Fish.PHP          | false
            /$           | /                  | true
            /$           | /a                 | false
            /a*a$        | /a                 | false
            /a*a$        | /aa                | true
            *            | /anything          | true
            ****a        | /b/a               | true
            $            | /                  | false
            fish         | /fish              | false
            /a$b         | /a$b               | true
            /a$b         | /a                 | false
            /%7Ejoe/     | /~joe/x            | true
            /~joe/       | /%7ejoe/x          | true
            /a%3cd.html  | /a%3Cd.html        | true
            /a%2fb       | /a/b               | false
            /file-%2A.x  | /file-*.x          | true
            /file-%2A.x  | /file-a.x          | false
            /file-%24    | /file-$            | true
            /foo/ツ      | /foo/%E3%83%84     | true
            /foo/%E3%83%84 | /foo/ツ          | true
            /%           | /%25x              | true
            /%4          | /%254              | true
            /a%62c       | /abc               | true
            """)
    void comparesAsRobotsShould(String pattern, String path, boolean matches) {
        assertThat(PathPattern.of(pattern).matches(PathPattern.normal(path))).isEqualTo(matches);
    }

    @Test
    void agreesWithRegularExpressions() {
        Random random = new Random(9309);
        int matched = 0;
        for (int round = 0; round < 200_000; round++) {
            String pattern = "/" + text(random, "aab*", 8) + (random.nextInt(4) == 0 ? "$" : "");
            String path = "/" + text(random, "aab", 10);
            boolean anchored = pattern.endsWith("$");
            String body = anchored ? pattern.substring(0, pattern.length() - 1) : pattern;
            boolean expected = Pattern.matches(body.replace("*", ".*") + (anchored ? "" : ".*"), path);

            assertThat(PathPattern.of(pattern).matches(path))
                    .as("%s on %s", pattern, path)
                    .isEqualTo(expected);
            matched += expected ? 1 : 0;
        }
        assertThat(matched).isBetween(20_000, 180_000);
    }

    private static String text(Random random, String alphabet, int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
