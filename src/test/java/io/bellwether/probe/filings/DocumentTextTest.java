package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <p>Substantial <B>dou</B><i>bt</i></p><p>x</p> | Substantial doubt/x/
            <div>Item&#160;5.02</div>                     | Item 5.02/
            Company&rsquo;s&#8217;s&#x2019;s’s            | Company's's's's
            a &amp; b &lt; c & d; &unknown; e             | a & b c & d; e
            a<script>if (a < b) { "</p>" }</script>b      | ab
            a<ix:header><p>hidden</p></ix:header>b        | ab
            a<IX:nonNumeric name="x">b</IX:nonNumeric>c   | abc
            a   <td>  b </td>\t<td>c                      | a/b/c
            a—b                                           | a b
            """)
    void keepsTheWords(String markup, String text) {
        assertThat(text(markup).replace('\n', '/')).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "<p", "&", "a<script>b", "<!-- c", "</", "<ix:header><ix:header>"})
    void endsWhereTheMarkupEnds(String markup) {
        assertThat(text(markup)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void readsBytesThatAreNoText() {
        byte[] bytes = {(byte) 0xe2, (byte) 0x80, 'a', (byte) 0xff, 'b', (byte) 0x92, 's', (byte) 0xe2};

        assertThat(DocumentText.of(bytes)).isEqualTo("a b's ");
    }

    private static String text(String markup) {
        return DocumentText.of(markup.getBytes(StandardCharsets.UTF_8));
    }
}
