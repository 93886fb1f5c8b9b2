package io.bellwether.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.platform.TestJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRulesTest {

    @ParameterizedTest(name = "{0} is refused: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"body":"x"}                              | /settings        | A body needs the method POST, PUT or PATCH.
            {"method":"HEAD","minBytes":1}            | /settings        | The answer to HEAD has no body to check; use GET.
            {"method":"HEAD","json":[{"path":"$","op":"EXISTS"}]} | /settings | The answer to HEAD has no body to check; use GET.
            {"minBytes":2,"maxBytes":1}               | /settings        | minBytes must not be more than maxBytes.
            {"minBytes":-1}                           | /settings/minBytes | Must be greater than or equal to 0.
            {"maxBytes":4194305}                      | /settings/maxBytes | Must be less than or equal to 4194304.
            {"expectRedirect":{}}                     | /settings/expectRedirect | Must have either url or matches.
            {"expectRedirect":{"url":"/","matches":"/"}} | /settings/expectRedirect | Must have either url or matches.
            {"expectRedirect":{"matches":"("}}        | /settings/expectRedirect/matches | Is not a regular expression: Unclosed group near position 1.
            {"json":[{"path":"$.a","op":"EQ"}]}       | /settings/json/0 | EQ needs a value to compare with.
            {"json":[{"path":"$.a","op":"EXISTS","value":1}]} | /settings/json/0 | EXISTS takes no value; leave it out.
            {"json":[{"path":"$.a","op":"LT","value":"x"}]} | /settings/json/0 | LT needs a number as its value.
            {"json":[{"path":"$.a","op":"MATCHES","value":1}]} | /settings/json/0 | MATCHES needs a regular expression as its value.
            {"json":[{"path":"$.a"}]}                 | /settings/json/0/op | Must not be null.
            {"json":[]}                               | /settings/json   | Size must be between 1 and 50.
            {"auth":{}}                               | /settings/auth   | Must hold basic, bearer, oauth2 or mtls.
            {"auth":{"basic":{"username":"u","password":"p"},"bearer":{"token":"t"}}} | /settings/auth | Must hold only one of basic, bearer and oauth2.
            {"auth":{"basic":{"username":"a:b","password":"p"}}} | /settings/auth/basic/username | Must not hold a colon.
            {"auth":{"basic":{"username":"u"}}}       | /settings/auth/basic/password | Must not be null.
            {"auth":{"bearer":{"token":"t t"}}}       | /settings/auth/bearer/token | Must not hold blanks or characters other than ASCII's.
            {"auth":{"oauth2":{"tokenUrl":"ftp://a.example","clientId":"c","clientSecret":"s"}}} | /settings/auth/oauth2/tokenUrl | Must begin with https:// or http://.
            {"auth":{"bearer":{"token":"t"}},"headers":{"authorization":"x"}} | /settings | auth sends the Authorization header; take it out of headers.
            {"proxy":{"host":"http://p.example","port":3128}} | /settings/proxy/host | Must be a host name or an address, without a scheme.
            {"proxy":{"host":"p.example","port":0}}   | /settings/proxy/port | Must be greater than or equal to 1.
            {"proxy":{"host":"p.example","port":1,"username":"u"}} | /settings/proxy | Must have both username and password, or neither.
            {"proxy":{"host":"p.example","port":1},"ipVersion":"IPV6"} | /settings | Behind a proxy ipVersion has no effect; leave one of the two out.
            {"ipVersion":"IPV5"}                      | /settings/ipVersion | 'IPV5' is not one of ANY, IPV4, IPV6.
            {"steps":[]}                              | /settings/steps  | Size must be between 1 and 20.
            {"steps":[{}]}                            | /settings/steps/0/url | Must not be null.
            {"steps":[{"url":"ftp://a.example/"}]}    | /settings/steps/0/url | Must begin with https:// or http://.
            {"steps":[{"url":"/{{1}}"}]}              | /settings/steps/0/url | Must write a placeholder as {{name}}; the name begins with a letter.
            {"steps":[{"url":"/a b"}]}                | /settings/steps/0/url | Must be a URL, or a path such as /orders/{{id}}.
            {"steps":[{"url":"/{{id}}"}]}             | /settings/steps  | Step 1 uses id, which is not among the secrets and which no step before it extracts.
            {"steps":[{"url":"/","extract":[{"name":"id","from":"JSON","expression":"$.id"}],"body":"{{id}}","method":"POST"}]} | /settings/steps | Step 1 uses id, which is not among the secrets and which no step before it extracts.
            {"secrets":{"1":"x"}}                     | /settings/secrets | Must have names that begin with a letter and go on with letters, digits and _.
            {"secrets":{"a":""}}                      | /settings/secrets | Must have values of 1 to 8000 characters.
            {"protocol":"HTTP2","url":"http://a.example/"} | /settings  | protocol HTTP2 needs a url that begins with https://.
            {"steps":[{"url":"/","body":"x"}]}        | /settings/steps/0 | A body needs the method POST, PUT or PATCH.
            {"steps":[{"url":"/","extract":[{"name":"1","from":"STATUS"}]}]} | /settings/steps/0/extract/0/name | Must begin with a letter and go on with letters, digits and _.
            {"steps":[{"url":"/","extract":[{"name":"a","from":"JSON"}]}]} | /settings/steps/0/extract/0 | JSON needs an expression.
            {"steps":[{"url":"/","extract":[{"name":"a","from":"STATUS","expression":"x"}]}]} | /settings/steps/0/extract/0 | STATUS takes no expression; leave it out.
            {"steps":[{"url":"/"}],"bodyContains":"x"} | /settings       | With steps, url is only what they are relative to: put method, body and expectations into a step.
            """)
    void namesTheFieldAndTheFix(String settings, String pointer, String words) {
        assertThat(faults(settings)).containsExactly(pointer + " " + words);
    }

    @Test
    void noFaultQuotesASecret() {
        String secret = "s3cr3t blank";
        List<String> faults = HttpLab.faults(
                "auth",
                Map.of(
                        "bearer", Map.of("token", secret),
                        "basic", Map.of("username", "u", "password", ""),
                        "mtls", Map.of("certificate", secret, "privateKey", secret)));

        assertThat(faults).hasSize(5).noneMatch(fault -> fault.contains("s3cr3t"));
    }

    @Test
    void textsOfSettingsShowNoSecret() {
        Map<String, Object> auth = Map.of("basic", Map.of("username", "u", "password", "s3cr3t"));
        Map<String, Object> oauth2 =
                Map.of("tokenUrl", "https://a.example/", "clientId", "c", "clientSecret", "s3cr3t");
        Map<String, String> headers = Map.of("X-Api-Key", "s3cr3t");
        Map<String, Object> proxy = Map.of("host", "h", "port", 1, "username", "u", "password", "s3cr3t");
        HttpProbe.Settings settings = HttpLab.settings(
                "auth",
                auth,
                "headers",
                headers,
                "proxy",
                proxy,
                "steps",
                List.of(Map.of("url", "/", "headers", headers)));

        assertThat(settings.toString() + settings.auth() + settings.proxy() + settings.steps())
                .doesNotContain("s3cr3t");
        assertThat(String.valueOf(
                        HttpLab.settings("auth", Map.of("oauth2", oauth2)).auth()))
                .doesNotContain("s3cr3t");
        assertThat(String.valueOf(HttpLab.settings("auth", Map.of("bearer", Map.of("token", "s3cr3t")))
                        .auth()))
                .doesNotContain("s3cr3t");
    }

    private static List<String> faults(String settings) {
        Map<String, Object> values = new LinkedHashMap<>(TestJson.json().map(settings));
        return HttpLab.faults(values.entrySet().stream()
                .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()))
                .toArray());
    }
}
