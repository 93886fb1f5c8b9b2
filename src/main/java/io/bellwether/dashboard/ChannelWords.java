package io.bellwether.dashboard;

import java.util.HashMap;
import java.util.Map;

/** What channels and their settings are called, and what belongs into them. Kinds that are not known go by their names. */
final class ChannelWords {

    private static final String SIGNED =
            "Messages are signed with it as Standard Webhooks has it; leave it out for none";

    /** kind | setting | label | help; without a setting it is the kind itself. */
    private static final String TABLE = """
            slack     |               | Slack               | Give the address of an incoming webhook; or a bot's token and a channel, and messages are kept up to date in place.
            slack     | url           | Webhook URL         | https://hooks.slack.com/services/…; leave it out with a bot
            slack     | botToken      | Bot token           | xoxb-…, of an app with the scope chat:write; leave it out with a webhook
            slack     | channel       | Channel             | Where the bot posts: its id or name, for example C0123ABCD
            slack     | signingSecret | Signing secret      | Of the app; with it the buttons below messages work
            email     |               | E-mail              | One mail for each recipient, through the mail server of this installation.
            email     | to            | Addresses           | One a line; leave them out to write to each vendor's owners
            webhook   |               | Webhook             | A POST with JSON to an address of yours.
            webhook   | url           | URL                 | Where to POST
            webhook   | secret        | Secret              | SIGNED
            teams     |               | Microsoft Teams     | A card through a workflow that begins with a webhook request.
            teams     | url           | Workflow URL        | Copy it from the workflow's first step
            pagerduty |               | PagerDuty           | One incident for each alert, through the Events API v2.
            pagerduty | routingKey    | Integration key     | 32 letters and digits, of the service's Events API v2 integration
            pagerduty | url           | URL                 | Of the Events API, only for accounts in another region
            opsgenie  |               | Opsgenie            | One alert for each alert.
            opsgenie  | apiKey        | API key             | Of an API integration
            opsgenie  | url           | URL                 | Only for accounts in another region: https://api.eu.opsgenie.com
            """.replace("SIGNED", SIGNED);

    private static final Map<String, Map<String, Choice>> WORDS = read();

    private ChannelWords() {}

    /** The kind's label, and what it does. */
    static Choice kind(String kind) {
        return settings(kind).getOrDefault("", new Choice(Words.sentence(kind), ""));
    }

    /** The label and the help of each setting, by its name. */
    static Map<String, Choice> settings(String kind) {
        return WORDS.getOrDefault(kind, Map.of());
    }

    private static Map<String, Map<String, Choice>> read() {
        Map<String, Map<String, Choice>> words = new HashMap<>();
        TABLE.lines()
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> words.computeIfAbsent(cells[0].strip(), _ -> new HashMap<>())
                        .put(cells[1].strip(), new Choice(cells[2].strip(), cells[3].strip())));
        return words;
    }
}
