# The bill of materials (SPDX): what the programs are linked with, found in the programs themselves when they are built.
set(bill ${CMAKE_CURRENT_BINARY_DIR}/glassformer.spdx.json)
foreach(program ${programs})
    list(APPEND program_files $<TARGET_FILE:${program}>)
endforeach()
find_program(DPKG_QUERY dpkg-query)
if(DPKG_QUERY AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
    add_custom_command(OUTPUT ${bill} VERBATIM
        DEPENDS ${programs} list_materials parts.tsv
        COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/list_materials ${PROJECT_VERSION} ${program_files} > ${bill}.new
        COMMAND ${CMAKE_COMMAND} -E rename ${bill}.new ${bill})
    add_custom_target(glassformer_bill DEPENDS ${bill})
    install(FILES ${bill} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/glassformer OPTIONAL)
endif()
