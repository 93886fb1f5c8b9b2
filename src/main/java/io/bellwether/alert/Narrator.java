package io.bellwether.alert;

import io.bellwether.alert.voice.Moment;
import io.bellwether.alert.voice.Teller;
import io.bellwether.alert.voice.TemplateKey;
import io.bellwether.core.Lens;
import io.bellwether.core.Voices;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import jakarta.inject.Singleton;
import java.util.Map;

/** Tells the facts of an alert in the two voices, each in its reader's time zone. */
@Singleton
class Narrator {

    private final Teller teller;

    Narrator(Teller teller) {
        this.teller = teller;
    }

    /**
     * Never fails, as {@link Teller#tell}.
     *
     * @param story a built-in rule's name, or {@link CustomRule#STORY}
     */
    Voices tell(String story, Moment moment, Map<String, Object> facts, Owners owners) {
        return new Voices(
                told(new TemplateKey(story, moment, Lens.IT), facts, owners),
                told(new TemplateKey(story, moment, Lens.MARKETING), facts, owners));
    }

    private String told(TemplateKey key, Map<String, Object> facts, Owners owners) {
        Owner reader = owners.of(key.lens());
        return teller.tell(key, facts, reader == null ? Owner.UTC : reader.zone());
    }
}
