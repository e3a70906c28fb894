package dev.quell.blocklist.bulk;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.Kept;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One list on its way in: looked at whole, then kept in portions. */
final class BulkRun {

    private final BulkReader reader;
    private final BulkPlan plan;
    private final BlockListService lists;
    private final Instant now;
    private final List<BulkResult.Fault> faults = new ArrayList<>();
    private final AtomicInteger lines = new AtomicInteger();
    private volatile int done;
    private int faulty;
    private int kept;
    private int replaced;

    BulkRun(BulkReader reader, BulkPlan plan, BlockListService lists, Instant now) {
        this.reader = reader;
        this.plan = plan;
        this.lists = lists;
        this.now = now;
    }

    BulkResult take() throws IOException {
        reader.read(new Check());
        if (!plan.tried() && (faulty == 0 || !plan.wholeOnly())) {
            Keep keep = new Keep();
            reader.read(keep);
            keep.portion();
        }
        return new BulkResult(lines.get(), kept, done - kept, replaced, faulty, faults);
    }

    BulkProgress progress(boolean running) {
        return new BulkProgress(running, lines.get(), done);
    }

    private final class Check implements BulkReader.Sink {
        @Override
        public void entry(ListEntry entry) {
            lines.incrementAndGet();
        }

        @Override
        public void fault(int line, String fault) {
            lines.incrementAndGet();
            faulty++;
            if (faults.size() < BulkResult.TOLD) {
                faults.add(new BulkResult.Fault(line, fault));
            }
        }
    }

    private final class Keep implements BulkReader.Sink {

        /** Of what a portion may hold one only. */
        private record Key(ListKind kind, ListPattern pattern) {}

        private final Map<Key, ListEntry> waiting = new LinkedHashMap<>();
        private int taken;

        @Override
        public void entry(ListEntry entry) {
            waiting.put(new Key(entry.kind(), entry.pattern()), entry);
            taken++;
            if (waiting.size() == ListStore.MANY) {
                portion();
            }
        }

        @Override
        public void fault(int line, String fault) {
            // Told when it was looked at.
        }

        void portion() {
            try {
                for (Kept each : lists.keepAll(List.copyOf(waiting.values()), now)) {
                    kept += each.made() ? 1 : 0;
                    replaced += each.replaced().size();
                }
            } catch (RuntimeException e) {
                throw BulkFault.stopped(done, e);
            }
            waiting.clear();
            done = taken;
        }
    }
}
