# Menu entry, icon, catalogue entry and kinds of files, as freedesktop.org names their places.
install(FILES desktop/${app_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES desktop/${app_id}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${app_id}.xml)

file(READ desktop/${app_id}.metainfo.xml.in catalogue_entry)
if(NOT GLASSFORMER_SCREENSHOTS)
    string(REGEX REPLACE "  <screenshots>.*</screenshots>\n" "" catalogue_entry "${catalogue_entry}")
endif()
string(CONFIGURE "${catalogue_entry}" catalogue_entry @ONLY)
file(CONFIGURE OUTPUT ${app_id}.metainfo.xml CONTENT "${catalogue_entry}" @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${app_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)

# Where no tool draws them at the size of a menu, desktops draw the icon from its lines.
set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES desktop/${app_id}.svg DESTINATION ${icons}/scalable/apps)
find_program(RSVG_CONVERT rsvg-convert)
if(RSVG_CONVERT)
    foreach(size 16 22 24 32 48 64 128 256)
        set(drawn ${CMAKE_CURRENT_BINARY_DIR}/icons/${size}.png)
        add_custom_command(OUTPUT ${drawn} DEPENDS desktop/${app_id}.svg VERBATIM
            COMMAND ${RSVG_CONVERT} --width ${size} --height ${size} --output ${drawn}
                ${CMAKE_CURRENT_SOURCE_DIR}/desktop/${app_id}.svg)
        list(APPEND drawn_icons ${drawn})
        install(FILES ${drawn} DESTINATION ${icons}/${size}x${size}/apps RENAME ${app_id}.png)
    endforeach()
    file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/icons)
    add_custom_target(glassformer_icons ALL DEPENDS ${drawn_icons})
endif()
