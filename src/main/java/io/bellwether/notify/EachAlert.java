package io.bellwether.notify;

import java.util.List;
import java.util.function.Function;

/**
 * Sends a message alert by alert to a provider that keeps one incident for each. The provider knows an alert it has taken
 * already, so a message that arrived in part is simply sent again.
 */
public final class EachAlert {

    private EachAlert() {}

    /** What came of all of them: that of the first that was not taken. */
    public static Delivery of(Message message, Function<Telling, Delivery> send) {
        List<Telling> news = message.tellings().stream().filter(Telling::news).toList();
        Delivery last = new Delivery.Delivered("Nothing new.");
        for (Telling telling : news) {
            last = send.apply(telling);
            if (!(last instanceof Delivery.Delivered)) {
                return last;
            }
        }
        return last;
    }
}
