# A package for Debian and its kin: cpack -G DEB in the build folder.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME glassformer)
set(CPACK_PACKAGE_VENDOR "The Glassformer developers")
# A package names an address of whoever made it; nobody reads letters at this one, as its ending says (RFC 2606).
set(CPACK_PACKAGE_CONTACT "The Glassformer developers <developers@glassformer.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "follow a sentence through a Transformer, step by step")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
# Without this the times of the files say when they were fetched and built.
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/set_times.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 0upstream1) # any package that a distribution makes comes before it
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk | fonts-wqy-microhei, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qt6-wayland, bash-completion")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Glassformer opens a Transformer like a glass box: type a sentence and follow
it from its tokens to the next word. Every picture is a tensor of a real run
of a trained model, and every number leads back to where it came from.

Three small trained models come with it: a translator, one that guesses the
next word, and one that fills a gap. Checkpoints of GPT-2, BERT, Marian, T5,
LLaMA and their kin open as they are. It compares sentences and models,
switches parts off, ranks what a word needs, and draws figures for papers.

The package holds the window (glassformer), the command line (glassformer-cli)
and the drawing of figures without a display (glassformer-figure), in English
and Chinese.")
include(CPack)
