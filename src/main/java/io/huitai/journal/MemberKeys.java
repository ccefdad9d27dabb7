package io.huitai.journal;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.log.CanonicalJson;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.secret.KeyUnreadable;
import io.huitai.journal.secret.Keychain;
import io.huitai.journal.secret.SealingKey;
import io.huitai.shop.MemberNo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The keys of the members who were enrolled at this till: `keys/members/` of the store directory, each file sealed by
/// the till's keychain. They lie beside the journal and not in it, for what is in the journal stays. A key is on the
/// disk for certain before an entry is sealed with it. Any thread.
///
/// A file holds the hundred members whose numbers differ in the last two digits, so that a roster's many make few files
/// anew; each is replaced in one step, and some are kept in memory.
public final class MemberKeys {
    private static final int IN_MEMORY = 64;
    private static final String SEALED = ".sealed";
    private static final String IN_CLEAR = ".json";

    private final Path directory;
    private final Disk disk;
    private final SealingKey seal;
    private final Map<String, Map<String, String>> files = new LinkedHashMap<>(IN_MEMORY, 0.75f, true);

    private MemberKeys(Path directory, Disk disk, SealingKey seal) {
        this.directory = directory;
        this.disk = disk;
        this.seal = seal;
    }

    /// Those of a store directory; nothing is read or made yet.
    public static MemberKeys of(Keychain keychain, Disk disk) {
        return new MemberKeys(
                Keychain.keys(keychain.directory()).resolve("members"), disk, keychain.sealing("members"));
    }

    /// Whether there are any.
    ///
    /// @throws DiskFailed when that cannot be read
    public synchronized boolean exist() {
        try {
            return !disk.list(directory).isEmpty();
        } catch (IOException e) {
            throw new DiskFailed("Cannot read " + directory, e);
        }
    }

    /// Seals what version 0.1.0 has left in clear. Done again after a kill, it goes on.
    ///
    /// @throws DiskFailed when one cannot be kept
    void sealOld() {
        try {
            for (var name : disk.list(directory)) {
                if (name.endsWith(IN_CLEAR)) {
                    var old = directory.resolve(name);
                    try (var in = disk.read(old, 0)) {
                        var place = name.substring(0, name.length() - IN_CLEAR.length());
                        keep(place, keys(old, in.readAllBytes()));
                    }
                    disk.delete(old);
                }
            }
        } catch (IOException e) {
            throw new DiskFailed("Cannot seal the members' keys in " + directory, e);
        }
    }

    /// A member's key; empty for members of other tills, of older versions, and for those who are forgotten.
    ///
    /// @throws DiskFailed when it cannot be read
    /// @throws KeyUnreadable when the file is damaged
    public synchronized Optional<MemberKey> of(MemberNo member) {
        return Optional.ofNullable(file(place(member)).get(member.value())).map(MemberKey::of);
    }

    /// Bodies for the journal: what is personal in the facts is sealed, each enrolment with a new key. A key that is
    /// found, of an enrolment that was broken off, may not be on the disk for certain.
    ///
    /// @throws DiskFailed when a new key cannot be kept
    public synchronized List<ObjectNode> sealed(List<? extends Fact> facts) {
        var changed = new TreeMap<String, Map<String, String>>();
        for (var fact : facts) {
            if (fact instanceof Fact.MemberEnrolled enrolled) {
                changed.computeIfAbsent(place(enrolled.member()), this::file)
                        .put(enrolled.member().value(), MemberKey.fresh().base64());
            }
        }
        try {
            changed.forEach(this::keep);
        } catch (DiskFailed e) {
            files.keySet().removeAll(changed.keySet());
            throw e;
        }
        return facts.stream()
                .map(fact -> fact instanceof Fact.MemberEnrolled enrolled
                        ? SealedPerson.seal(enrolled, of(enrolled.member()).orElseThrow())
                        : FactJson.write(fact))
                .toList();
    }

    /// Destroys a member's key for ever; nothing where there is none.
    ///
    /// @throws DiskFailed when it may still be there
    public synchronized void destroy(MemberNo member) {
        var file = file(place(member));
        if (file.remove(member.value()) != null) {
            keep(place(member), file);
        }
    }

    private Map<String, String> file(String place) {
        var known = files.get(place);
        if (known == null) {
            known = read(place);
            remember(place, known);
        }
        return known;
    }

    private void remember(String place, Map<String, String> file) {
        files.put(place, file);
        if (files.size() > IN_MEMORY) {
            files.remove(files.keySet().iterator().next());
        }
    }

    private Map<String, String> read(String place) {
        var path = path(place);
        try {
            if (!disk.exists(path)) {
                return new TreeMap<>();
            }
            try (var in = disk.read(path, 0)) {
                return keys(path, seal.open(place, in.readAllBytes()));
            }
        } catch (IllegalArgumentException e) {
            throw new KeyUnreadable(path, "it holds no keys of members", e);
        } catch (IOException e) {
            throw new DiskFailed("Cannot read " + path, e);
        }
    }

    private static Map<String, String> keys(Path file, byte[] json) {
        var keys = new TreeMap<String, String>();
        try {
            CanonicalJson.parse(json)
                    .forEachEntry((no, key) ->
                            keys.put(no, MemberKey.of(key.stringValue()).base64()));
            return keys;
        } catch (IllegalArgumentException e) {
            throw new KeyUnreadable(file, "it holds no keys of members", e);
        }
    }

    /// What may not have been kept is read again before it counts.
    private void keep(String place, Map<String, String> file) {
        var json = JsonNodeFactory.instance.objectNode();
        file.forEach(json::put);
        try {
            disk.makeDirectory(directory);
            disk.replace(path(place), seal.seal(place, CanonicalJson.bytes(json)));
        } catch (IOException e) {
            files.remove(place);
            throw new DiskFailed("Cannot keep the members' keys in " + directory, e);
        }
    }

    private Path path(String place) {
        return directory.resolve(place + SEALED);
    }

    private static String place(MemberNo member) {
        var no = member.value();
        return no.substring(0, Math.max(0, no.length() - 2)).replaceAll("[^A-Za-z0-9-]", "_") + "_";
    }
}
