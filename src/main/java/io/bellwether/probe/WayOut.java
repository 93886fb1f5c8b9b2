package io.bellwether.probe;

/** Whether this node can reach anything. That it cannot, its failing probes find out. */
public interface WayOut {

    /**
     * How many reference targets were asked in vain; 0 when one answers or when nothing follows from their silence. Asks them
     * again only while none answered before, which takes up to 1.5 s.
     */
    int stillUnanswered() throws InterruptedException;
}
