package io.huitai.journal;

import io.huitai.shop.MemberNo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The keys of the members who were enrolled at this till: `keys/members/` of the store directory. They lie beside the
/// journal and not in it, for what is in the journal stays. A key is on the disk for certain before an entry is sealed
/// with it. Any thread.
///
/// There are 256 small files, each replaced in one step; one is read when a member of it is asked for.
public final class MemberKeys {
    private static final int FILES = 256;

    private final Path directory;
    private final Disk disk;
    private final Map<Integer, Map<String, String>> files = new HashMap<>();

    private MemberKeys(Path directory, Disk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    /// Those of a store directory; nothing is read or made yet.
    public static MemberKeys of(Path storeDirectory, Disk disk) {
        return new MemberKeys(TillKey.directory(storeDirectory).resolve("members"), disk);
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
        var changed = new TreeSet<Integer>();
        for (var fact : facts) {
            if (fact instanceof Fact.MemberEnrolled enrolled) {
                file(place(enrolled.member()))
                        .put(enrolled.member().value(), MemberKey.fresh().base64());
                changed.add(place(enrolled.member()));
            }
        }
        try {
            changed.forEach(this::keep);
        } catch (DiskFailed e) {
            files.keySet().removeAll(changed);
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
        int place = place(member);
        if (file(place).remove(member.value()) != null) {
            keep(place);
        }
    }

    private Map<String, String> file(int place) {
        var known = files.get(place);
        if (known == null) {
            known = read(place);
            files.put(place, known);
        }
        return known;
    }

    private Map<String, String> read(int place) {
        var path = path(place);
        var keys = new TreeMap<String, String>();
        try {
            if (disk.exists(path)) {
                try (var in = disk.read(path, 0)) {
                    CanonicalJson.parse(in.readAllBytes())
                            .forEachEntry((no, key) ->
                                    keys.put(no, MemberKey.of(key.stringValue()).base64()));
                }
            }
            return keys;
        } catch (IllegalArgumentException e) {
            throw new KeyUnreadable(path, "it holds no keys of members", e);
        } catch (IOException e) {
            throw new DiskFailed("Cannot read " + path, e);
        }
    }

    /// What may not have been kept is read again before it counts.
    private void keep(int place) {
        var json = JsonNodeFactory.instance.objectNode();
        file(place).forEach(json::put);
        try {
            disk.makeDirectory(directory);
            disk.replace(path(place), CanonicalJson.bytes(json));
        } catch (IOException e) {
            files.remove(place);
            throw new DiskFailed("Cannot keep the members' keys in " + directory, e);
        }
    }

    private Path path(int place) {
        return directory.resolve(HexFormat.of().toHexDigits((byte) place) + ".json");
    }

    private static int place(MemberNo member) {
        return Math.floorMod(member.value().hashCode(), FILES);
    }
}
