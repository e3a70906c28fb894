package dev.quell.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One Asterisk's own folders for everything that it writes, and its site's settings; programs, modules and the core sounds are shared.
 *
 * @param folder the folder as this JVM sees it
 * @param sipPort the trunks' UDP port
 * @param amiPort the manager interface's TCP port
 * @param phones the agents' phones by name, {@code a00} and {@code b00} for the first line, with the UDP port at which each is called
 */
record AsteriskFolder(Path folder, int sipPort, int amiPort, SortedMap<String, Integer> phones) {

    private static final List<String> FILES = List.of(
            "modules.conf",
            "logger.conf",
            "rtp.conf",
            "manager.conf",
            "features.conf",
            "musiconhold.conf",
            "pjsip.conf",
            "queues.conf",
            "extensions.conf");
    private static final List<String> EMPTY = List.of("cdr.conf", "cel.conf", "acl.conf", "udptl.conf", "http.conf");
    private static final int RTP_PORTS = 600;

    /** Makes the folders and the settings of a site with so many lines. */
    static AsteriskFolder create(int seats) {
        SortedMap<String, Integer> phones = new TreeMap<>();
        for (int seat = 0; seat < seats; seat++) {
            phones.put(String.format(Locale.ROOT, "a%02d", seat), Ports.free());
            phones.put(String.format(Locale.ROOT, "b%02d", seat), Ports.free());
        }
        AsteriskFolder made = new AsteriskFolder(
                Path.of(Programs.get().sandbox("asterisk", "new")), Ports.free(), Ports.free(), phones);
        try {
            // Whoever sweeps up after a run that was killed can see whose this was.
            Files.writeString(
                    made.folder.resolve("owner"), ProcessHandle.current().pid() + "\n");
            made.makeSettings();
            made.appendSeats(seats);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make an Asterisk's folder", e);
        }
        return made;
    }

    /** The settings file as Asterisk sees it. */
    String settings() {
        return Programs.get().inside(etc().resolve("asterisk.conf"));
    }

    Path etc() {
        return folder.resolve("etc");
    }

    Path log() {
        return folder.resolve("log/full");
    }

    private void makeSettings() throws IOException {
        int firstRtp = 20_000 + (sipPort % 20) * RTP_PORTS;
        Map<String, String> values = new HashMap<>();
        values.put("sip-port", String.valueOf(sipPort));
        values.put("ami-port", String.valueOf(amiPort));
        values.put("rtp-first", String.valueOf(firstRtp));
        values.put("rtp-last", String.valueOf(firstRtp + RTP_PORTS - 1));
        for (String file : FILES) {
            new Template("asterisk/" + file).write(etc().resolve(file), values);
        }
        Files.writeString(etc().resolve("asterisk.conf"), "[options]\nverbose = 4\n", StandardOpenOption.APPEND);
        for (String file : EMPTY) {
            Files.writeString(etc().resolve(file), "[general]\n");
        }
    }

    private void appendSeats(int seats) throws IOException {
        String queues = IntStream.range(0, seats)
                .mapToObj("[site-%02d](site)%n"::formatted)
                .collect(Collectors.joining());
        Files.writeString(etc().resolve("queues.conf"), queues, StandardOpenOption.APPEND);
        Template phone = new Template("asterisk/phone.conf");
        for (Map.Entry<String, Integer> entry : phones.entrySet()) {
            Map<String, String> values = Map.of("name", entry.getKey(), "port", String.valueOf(entry.getValue()));
            Files.writeString(etc().resolve("pjsip.conf"), phone.fill(values), StandardOpenOption.APPEND);
        }
    }
}
