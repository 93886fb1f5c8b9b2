package io.bellwether.platform.egress;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.conscrypt.AllocatedBuffer;
import org.conscrypt.BufferAllocator;

/** Lends buffers outside the heap, which take longer to make than to use. */
final class LentBuffers extends BufferAllocator {

    /** Room for one record of TLS. */
    private static final int SIZE = 20 * 1024;

    private static final int KEPT = 500;

    private final Queue<ByteBuffer> free = new ArrayBlockingQueue<>(KEPT);

    @Override
    public AllocatedBuffer allocateDirectBuffer(int capacity) {
        if (capacity > SIZE) {
            return AllocatedBuffer.wrap(ByteBuffer.allocateDirect(capacity));
        }
        ByteBuffer buffer = free.poll();
        return new Lent(buffer == null ? ByteBuffer.allocateDirect(SIZE) : buffer, capacity);
    }

    private final class Lent extends AllocatedBuffer {

        private final ByteBuffer whole;
        private final ByteBuffer part;
        private final AtomicBoolean returned = new AtomicBoolean();

        Lent(ByteBuffer whole, int capacity) {
            this.whole = whole;
            this.part = whole.slice(0, capacity);
        }

        @Override
        public ByteBuffer nioBuffer() {
            return part;
        }

        /** Whoever returned it twice would share it with the next. */
        @Override
        public AllocatedBuffer release() {
            if (!returned.getAndSet(true)) {
                free.offer(whole);
            }
            return this;
        }
    }
}
