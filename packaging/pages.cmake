# Manual pages, packed as man reads them, the texts that belong to every copy, and what the shell completes.
find_program(GZIP gzip REQUIRED)

# pack(FROM TO): a file packed so that it is the same whenever it is made.
function(pack from to)
    cmake_path(GET to PARENT_PATH folder)
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(OUTPUT ${to} DEPENDS ${from} COMMAND ${GZIP} -9 --no-name --stdout ${from} > ${to} VERBATIM)
    set(packed ${packed} ${to} PARENT_SCOPE)
endfunction()

foreach(program ${programs})
    foreach(language en zh_CN)
        set(page ${CMAKE_CURRENT_BINARY_DIR}/man/${language}/${program}.1.gz)
        pack(${CMAKE_CURRENT_SOURCE_DIR}/man/${language}/${program}.1 ${page})
        set(folder ${language}/)
        string(REPLACE "en/" "" folder ${folder})
        install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/${folder}man1)
    endforeach()
    install(FILES completion/glassformer DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME ${program})
endforeach()
set(changelog ${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian.gz)
pack(${CMAKE_CURRENT_SOURCE_DIR}/debian/changelog ${changelog})
add_custom_target(glassformer_pages ALL DEPENDS ${packed})

set(doc ${CMAKE_INSTALL_DATADIR}/doc/glassformer)
install(FILES debian/copyright ${changelog} ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${doc})
# Where the catalogue entry has no address of theirs, they are found here.
install(DIRECTORY screenshots DESTINATION ${doc})
