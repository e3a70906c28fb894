package dev.quell.evidence.pack;

import dev.quell.call.Printable;
import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.key.PublicKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;

/** Checks a pack: its files against the manifest, the manifest against its signature, the facts against the chain. For one pack. */
public final class PackCheck {

    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9][A-Za-z0-9._/-]*)");
    private static final Set<String> NEEDED = Set.of(
            "README.txt",
            "chain.jsonl",
            "custody.jsonl",
            "custody-details.jsonl",
            "dropped.jsonl",
            "evidence.json",
            "facts.jsonl",
            "proofs.jsonl",
            PackFiles.KEY,
            "report.pdf");
    private static final long LARGEST = 4L << 30;
    private static final int SMALL = 64 << 20;
    private static final int MOST = 200_000;

    private final List<PackFinding> findings = new ArrayList<>();
    private final Map<String, String> sums = new TreeMap<>();
    private final ZipFile zip;
    private long read;

    private PackCheck(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Checks a pack.
     *
     * @param fingerprint of the key that it must be signed with, as the site tells it; empty if it is not known
     * @return what was found, one finding at least
     */
    public static List<PackFinding> of(Path file, Optional<String> fingerprint) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            PackCheck check = new PackCheck(zip);
            check.sums();
            check.manifest();
            check.signature(fingerprint);
            check.proofs();
            return List.copyOf(check.findings);
        } catch (IOException e) {
            return List.of(new PackFinding(
                    false,
                    file.getFileName() + " cannot be read as a ZIP: "
                            + Printable.of(String.valueOf(e.getMessage()), 200)));
        }
    }

    private void holds(String sentence) {
        findings.add(new PackFinding(true, sentence));
    }

    private void fails(String sentence) {
        findings.add(new PackFinding(false, sentence));
    }

    /** Hashes all files, none of them in memory. */
    private void sums() throws IOException {
        if (zip.size() > MOST) {
            throw new IOException("it has " + zip.size() + " files, more than any pack");
        }
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String name = Printable.of(entry.getName(), 200);
            try (DigestInputStream in = new DigestInputStream(zip.getInputStream(entry), Hashes.sha256())) {
                drain(in);
                if (sums.put(entry.getName(), Hashes.hex(in.getMessageDigest().digest())) != null) {
                    fails(name + ": it is in the pack twice");
                }
            } catch (TooLarge e) {
                throw e;
            } catch (IOException e) {
                sums.put(entry.getName(), "");
                fails(name + ": it is damaged: " + Printable.of(String.valueOf(e.getMessage()), 200));
            }
        }
    }

    private void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            read += got;
            if (read > LARGEST) {
                throw new TooLarge();
            }
        }
    }

    /** More than any pack holds. */
    private static final class TooLarge extends IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("unpacked it has more than " + (LARGEST >> 30) + " GB, more than any pack");
        }
    }

    /** A file of few bytes; empty if it is not there or cannot be read. */
    private byte[] small(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return new byte[0];
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(SMALL);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private String text(String name) {
        return new String(small(name), StandardCharsets.UTF_8);
    }

    private InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? InputStream.nullInputStream() : zip.getInputStream(entry);
    }

    private BufferedReader lines(String name) throws IOException {
        return new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8));
    }

    private void manifest() {
        Set<String> left = new TreeSet<>(sums.keySet());
        left.removeAll(Set.of(PackFiles.MANIFEST, PackFiles.SIGNATURE));
        Set<String> missing = new TreeSet<>(NEEDED);
        int before = findings.size();
        int number = 0;
        for (String line : text(PackFiles.MANIFEST).lines().toList()) {
            number++;
            Matcher sum = SUM.matcher(line);
            if (!sum.matches()) {
                fails(PackFiles.MANIFEST + " line " + number + ": it is no line of sha256sum");
                continue;
            }
            String name = sum.group(2);
            left.remove(name);
            missing.remove(name);
            if (!sums.containsKey(name)) {
                fails(name + ": it is missing");
            } else if (!sum.group(1).equals(sums.get(name))) {
                fails(name + ": it was changed, its SHA-256 is not the one in " + PackFiles.MANIFEST);
            }
        }
        left.forEach(
                name -> fails(Printable.of(name, 200) + ": it was added, " + PackFiles.MANIFEST + " does not have it"));
        missing.forEach(name -> fails(name + ": a pack has it, this manifest does not"));
        if (findings.size() == before) {
            holds("All " + number + " files are as " + PackFiles.MANIFEST + " says.");
        }
    }

    private void signature(Optional<String> wanted) {
        try {
            var key = PublicKeys.ofPem(text(PackFiles.KEY));
            String found = PublicKeys.fingerprint(key);
            if (PublicKeys.verifies(key, small(PackFiles.MANIFEST), small(PackFiles.SIGNATURE))) {
                holds(PackFiles.MANIFEST + " is signed with the key " + found + ".");
            } else {
                fails(PackFiles.SIGNATURE + ": it is not the signature of " + PackFiles.MANIFEST + " by the key "
                        + found + "; one of the three was changed");
            }
            if (wanted.isEmpty()) {
                holds("Whose key it is, the pack cannot say: compare the fingerprint with what the site tells you.");
            } else if (wanted.get().equalsIgnoreCase(found)) {
                holds("It is the key that you named.");
            } else {
                fails(PackFiles.KEY + ": it is not the key " + Printable.of(wanted.get(), 100) + " that you named");
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            fails(PackFiles.KEY + ": it is no Ed25519 key");
        }
    }

    private void proofs() {
        ProofCheck proof = new ProofCheck();
        int before = findings.size();
        try (BufferedReader chain = lines("chain.jsonl");
                BufferedReader facts = lines("facts.jsonl");
                BufferedReader proofs = lines("proofs.jsonl");
                InputStream evidence = open("evidence.json")) {
            proof.chain(chain, text("dropped.jsonl").lines().toList());
            proof.facts(facts, proofs);
            JsonNode custody = proof.custody(
                    text("custody.jsonl").lines().toList(),
                    text("custody-details.jsonl").lines().toList());
            EvidenceCheck words = new EvidenceCheck(proof.facts());
            words.compare(evidence, custody);
            proof.faults().forEach(this::fails);
            words.faults().forEach(this::fails);
            if (findings.size() == before) {
                sound(proof, words.unchained());
            }
        } catch (IOException e) {
            fails("a file of the pack cannot be read: " + Printable.of(String.valueOf(e.getMessage()), 200));
        }
    }

    private void sound(ProofCheck proof, long unchained) {
        holds("All " + proof.count() + " facts are in the chain whose end has the hash " + proof.head() + ".");
        holds(
                "Each call of evidence.json has its facts, and is of the source and the period that the chain's note of the pack names.");
        if (unchained > 0) {
            holds(unchained + " calls are from before the chain; for them the signature alone stands.");
        }
        holds(
                "Explanations, flags, list entries, recordings and report.pdf are not in the chain; for them the signature alone stands.");
    }
}
