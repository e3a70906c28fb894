package dev.quell.e2e.stage;

import dev.quell.e2e.server.AsteriskUnderTest;
import dev.quell.e2e.server.Dialplan;
import dev.quell.e2e.server.QuellUnderTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several Asterisks, {@code pbx-1} and so on, and several services that all of them ask; every service is logged in to every Asterisk.
 *
 * @param asterisks in the order of their names
 * @param quells in the order in which they are asked
 */
public record Site(List<AsteriskUnderTest> asterisks, List<QuellUnderTest> quells) implements AutoCloseable {

    private static final int SEATS = 4;

    public Site {
        asterisks = List.copyOf(asterisks);
        quells = List.copyOf(quells);
    }

    /** Starts so many of each; the settings are those of every service beside the tests' usual ones. */
    public static Site start(int asterisks, int quells, Map<String, String> settings) {
        List<QuellUnderTest> services = new ArrayList<>();
        for (int n = 0; n < quells; n++) {
            QuellUnderTest service = QuellUnderTest.prepare(settings);
            services.add(n == 0 ? service : service.withSecretsOf(services.getFirst()));
        }
        Dialplan dialplan = services.stream()
                .map(QuellUnderTest::dialplan)
                .reduce(Dialplan::then)
                .orElseThrow();
        List<AsteriskUnderTest> switches = new ArrayList<>();
        Map<String, Integer> amiPorts = new LinkedHashMap<>();
        try {
            for (int n = 1; n <= asterisks; n++) {
                switches.add(AsteriskUnderTest.start(SEATS, dialplan.on("pbx-" + n)));
                amiPorts.put("pbx-" + n, switches.getLast().amiPort());
            }
            services.forEach(service -> service.start(amiPorts));
            return new Site(switches, services);
        } catch (RuntimeException e) {
            new Site(switches, services).close();
            throw e;
        }
    }

    /** The service that is asked first. */
    public QuellUnderTest first() {
        return quells.getFirst();
    }

    /** The service that is asked next. */
    public QuellUnderTest second() {
        return quells.get(1);
    }

    /** The Asterisk with the name {@code pbx-1}. */
    public AsteriskUnderTest asterisk() {
        return asterisks.getFirst();
    }

    /** Makes all services well again, ends all calls, and sets the dialplans as they were. */
    public void repair() {
        quells.forEach(QuellUnderTest::recover);
        asterisks.forEach(AsteriskUnderTest::forget);
    }

    @Override
    public void close() {
        quells.forEach(QuellUnderTest::close);
        asterisks.forEach(AsteriskUnderTest::close);
    }
}
